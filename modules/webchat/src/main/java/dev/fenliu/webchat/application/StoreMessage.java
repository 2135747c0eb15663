package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Routing;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.domain.Buyer;
import dev.fenliu.webchat.domain.BuyerIsBlocked;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.Conversations;
import dev.fenliu.webchat.domain.Conversations.Chat;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.Message;
import dev.fenliu.webchat.domain.Messages;
import dev.fenliu.webchat.domain.Origin;
import dev.fenliu.webchat.domain.Received;
import dev.fenliu.webchat.domain.ShopIsDisabled;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores a buyer's message in one transaction, which fails as a whole if somebody else was first. */
@Service
class StoreMessage {
    private final Conversations conversations;
    private final Messages messages;
    private final Directory directory;
    private final Routing routing;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    StoreMessage(
            Conversations conversations,
            Messages messages,
            Directory directory,
            Routing routing,
            Ids ids,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.messages = messages;
        this.directory = directory;
        this.routing = routing;
        this.ids = ids;
        this.events = events;
    }

    @Transactional
    public Received store(EnterpriseId enterprise, ShopId shop, IncomingMessage message, Instant now) {
        var where = directory.shop(enterprise, shop).orElseThrow(UnknownShop::new);
        if (!where.authorized()) {
            throw new ShopIsDisabled();
        }
        var chat = conversations.lockLatest(enterprise, shop, message.buyer()).orElse(null);
        if (chat != null && chat.buyer().blocked()) {
            throw new BuyerIsBlocked();
        }
        return chat == null || chat.latest().state().isClosed()
                ? open(enterprise, shop, chat, message, now)
                : append(chat, message, now);
    }

    private Received append(Chat chat, IncomingMessage message, Instant now) {
        var conversation = chat.latest();
        var talkedBefore = conversation.talk().lastTalkedAt();
        var owner = conversation.ownerToAskAbout();
        var line = conversation.buyerWrites(nextMessage(), message, now);
        var missed = owner != null && !stays(conversation, now) ? owner : null;
        if (missed != null) {
            conversation.askForAgent();
        }
        messages.append(conversation, line, message.externalId(), null);
        conversations.save(conversation);
        var buyer = chat.buyer().calling(message);
        if (!buyer.equals(chat.buyer())) {
            conversations.save(buyer);
        }
        if (missed != null) {
            events.publishEvent(Facts.ownerMissed(conversation, missed, talkedBefore, now));
        }
        return received(conversation, line);
    }

    private boolean stays(Conversation conversation, Instant now) {
        var owner = conversation.owner();
        var origin = conversation.origin();
        return owner != null && routing.keepsOwner(origin.enterprise(), origin.shop(), owner, now);
    }

    private Received open(
            EnterpriseId enterprise, ShopId shop, @Nullable Chat before, IncomingMessage message, Instant now) {
        var id = new ConversationId(ids.next());
        var buyer = buyer(enterprise, shop, before, message, id, now);
        var conversation = Conversation.opened(
                new Origin(id, enterprise, shop, buyer.id(), message.startedFrom(), now, message.page()));
        var line = conversation.buyerWrites(nextMessage(), message, now);
        conversations.add(conversation);
        messages.append(conversation, line, message.externalId(), null);
        var latest = Optional.ofNullable(before).map(Chat::latest);
        events.publishEvent(Facts.opened(
                conversation,
                latest.map(it -> it.holding().lastHandler()).orElse(null),
                latest.map(it -> it.talk().lastTalkedAt()).orElse(null)));
        return received(conversation, line);
    }

    private Buyer buyer(
            EnterpriseId enterprise,
            ShopId shop,
            @Nullable Chat before,
            IncomingMessage message,
            ConversationId latest,
            Instant now) {
        if (before == null) {
            // The buyer's row comes first: of two first messages at once, the second fails here and finds it next time.
            var first = Buyer.first(new BuyerId(ids.next()), enterprise, shop, message, latest);
            conversations.addFirst(first, now);
            return first;
        }
        var buyer = before.buyer().calling(message).nowIn(latest);
        conversations.save(buyer);
        return buyer;
    }

    private Received received(Conversation conversation, Message line) {
        events.publishEvent(Facts.buyerWrote(conversation, line));
        return new Received(line.id(), conversation.id(), conversation.origin().buyer(), line.seq(), true);
    }

    private MessageId nextMessage() {
        return new MessageId(ids.next());
    }

    /** What was answered when the message with that external id was stored. */
    @Transactional(readOnly = true)
    public Optional<Received> stored(EnterpriseId enterprise, ShopId shop, IncomingMessage message) {
        return Optional.ofNullable(message.externalId())
                .flatMap(externalId -> messages.received(enterprise, shop, externalId));
    }
}
