package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.ConversationView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.StateFilter;
import dev.fenliu.webchat.domain.Wanted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The conversations of the enterprise account, the newest first. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationsApi {
    private final ReadConversations conversations;
    private final ApiNames names;

    ConversationsApi(ReadConversations conversations, ApiNames names) {
        this.conversations = conversations;
        this.names = names;
    }

    record Page(List<Item> items, @Nullable String next) {}

    record BuyerJson(String externalId, String name) {}

    record Item(
            String id,
            String shop,
            BuyerJson buyer,
            ChatSource source,
            ConversationState state,
            boolean held,
            @Nullable String owner,
            int unread,
            @Nullable String forwardedBy,
            Instant openedAt,
            Instant lastMessageAt) {
        static Item of(ConversationView view) {
            var owner = view.owner();
            var forwardedBy = view.forwardedBy();
            return new Item(
                    view.id().toString(),
                    view.shop().toString(),
                    new BuyerJson(view.buyerExternalId(), view.buyerName()),
                    view.source(),
                    view.state(),
                    view.held(),
                    owner == null ? null : owner.toString(),
                    view.unread(),
                    forwardedBy == null ? null : forwardedBy.toString(),
                    view.openedAt(),
                    view.lastTalkedAt());
        }
    }

    @GetMapping
    Page list(
            Actor actor,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable StateFilter state,
            @RequestParam(required = false) @Nullable ConversationId cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var wanted = new Wanted(
                shop == null ? null : names.shop(actor, shop),
                owner == null ? null : names.member(actor, "owner", owner),
                state);
        var slice = conversations.search(actor, wanted, cursor, limit);
        return new Page(slice.items().stream().map(Item::of).toList(), slice.next());
    }

    @GetMapping("/{conversation}")
    Item show(Actor actor, @PathVariable ConversationId conversation) {
        return Item.of(conversations.conversation(actor, conversation));
    }
}
