package dev.fenliu.webchat.live;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.ConversationView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.VisitShops;
import dev.fenliu.webchat.domain.Visitor;
import dev.fenliu.webchat.live.Typing.Route;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Hears from desk and panel that somebody is typing. */
@Controller
class TypingController {
    private final Typing typing;
    private final ReadConversations conversations;
    private final VisitShops visits;

    TypingController(Typing typing, ReadConversations conversations, VisitShops visits) {
        this.typing = typing;
        this.conversations = conversations;
        this.visits = visits;
    }

    private record AgentIn(Object member, ConversationId conversation) {}

    private record BuyerIn(ShopId shop, Visitor visitor) {}

    @PostMapping("/webchat/conversations/{id}/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void agent(Actor me, @PathVariable ConversationId id) {
        typing.heard(new AgentIn(me.me(), id), () -> {
            var conversation = conversations.conversation(me, id);
            // Whoever only looks on has nothing to say to the buyer.
            return Optional.of(conversation)
                    .filter(it -> me.me().equals(it.owner()) && !it.state().isClosed())
                    .map(it -> new Route(new Reader.Buyer(me.enterprise(), it.buyer()), id));
        });
    }

    @PostMapping("/store/{shop}/chat/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void buyer(
            @PathVariable ShopId shop, @CookieValue(name = Visitor.KEPT_AS, required = false) @Nullable String secret) {
        Visitor.known(secret)
                .ifPresent(visitor -> typing.heard(new BuyerIn(shop, visitor), () -> {
                    var enterprise = visits.shop(shop).enterprise();
                    return conversations
                            .latestOf(enterprise, shop, visitor.externalId())
                            .map(it -> new Route(agent(enterprise, it), it.id()));
                }));
    }

    private static @Nullable Reader agent(EnterpriseId enterprise, ConversationView conversation) {
        return conversation.owner() == null || conversation.state().isClosed()
                ? null
                : new Reader.Agent(enterprise, conversation.owner());
    }
}
