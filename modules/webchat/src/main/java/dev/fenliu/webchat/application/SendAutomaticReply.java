package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.chatgroups.AutomaticReplies;
import dev.fenliu.chatgroups.AutomaticReplies.Kind;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.WebchatEvent;
import dev.fenliu.webchat.WebchatEvent.BuyerWrote;
import dev.fenliu.webchat.domain.AutomaticLines;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.Conversations;
import dev.fenliu.webchat.domain.Messages;
import dev.fenliu.webchat.domain.Placeholders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends the automatic reply that is due to a buyer's message, if one is: each kind once in 24 hours to each buyer. */
@Service
class SendAutomaticReply {
    private static final Duration ONCE_IN = Duration.ofHours(24);

    private final Conversations conversations;
    private final Messages messages;
    private final AutomaticLines automatic;
    private final VisitShops visits;
    private final Directory directory;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SendAutomaticReply(
            Conversations conversations,
            Messages messages,
            AutomaticLines automatic,
            VisitShops visits,
            Directory directory,
            Ids ids,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.automatic = automatic;
        this.visits = visits;
        this.directory = directory;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void answer(BuyerWrote wrote, AutomaticReplies replies) {
        var shop = directory.shop(wrote.enterprise(), wrote.shop()).orElseThrow(UnknownShop::new);
        due(wrote, replies, shop)
                .ifPresent(kind -> send(wrote, kind, replies.of(kind).text(), shop));
    }

    /** The first kind that fits; if the buyer has got it already, nothing else takes its place. */
    private Optional<Kind> due(BuyerWrote wrote, AutomaticReplies replies, Shop shop) {
        return Arrays.stream(Kind.values())
                .filter(kind -> replies.text(kind).isPresent())
                .filter(kind -> fits(kind, wrote, replies, shop))
                .findFirst();
    }

    private boolean fits(Kind kind, BuyerWrote wrote, AutomaticReplies replies, Shop shop) {
        return switch (kind) {
            case OUTSIDE_HOURS -> !replies.hours().isOpen(wrote.occurredAt(), shop.zone());
            case NOBODY_ONLINE -> !visits.isAnswered(shop);
            case FIRST_MESSAGE -> wrote.seq() == 1;
        };
    }

    private void send(BuyerWrote wrote, Kind kind, String text, Shop shop) {
        // Of two messages at once, the second waits here and then finds that the first was answered.
        var chat = conversations.lockLatest(wrote.enterprise(), wrote.buyer());
        var conversation = chat.latest();
        var now = clock.instant();
        var over = !conversation.id().equals(wrote.conversation())
                || conversation.state().isClosed();
        if (over || wasSent(wrote, kind, now)) {
            return;
        }
        var words = Placeholders.fill(text, chat.buyer().name(), shop.name());
        var line = conversation.answersByItself(new MessageId(ids.next()), words, now);
        messages.append(conversation, line, null, null);
        conversations.save(conversation);
        automatic.sent(wrote.enterprise(), wrote.buyer(), kind, now);
        events.publishEvent(fact(conversation, line.id(), line.seq(), now));
    }

    private boolean wasSent(BuyerWrote wrote, Kind kind, Instant now) {
        return automatic
                .sentAfter(wrote.enterprise(), wrote.buyer(), now.minus(ONCE_IN))
                .contains(kind);
    }

    private static WebchatEvent fact(Conversation conversation, MessageId message, long seq, Instant now) {
        var origin = conversation.origin();
        return new WebchatEvent.AnsweredByItself(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                message,
                seq,
                conversation.owner(),
                now);
    }
}
