package dev.fenliu.webhooks.domain;

import static dev.fenliu.webhooks.domain.Topic.CONVERSATION_ASSIGNED;
import static dev.fenliu.webhooks.domain.Topic.CONVERSATION_CLOSED;
import static dev.fenliu.webhooks.domain.Topic.CONVERSATION_OPENED;
import static dev.fenliu.webhooks.domain.Topic.CONVERSATION_RATED;
import static dev.fenliu.webhooks.domain.Topic.CONVERSATION_READ;
import static dev.fenliu.webhooks.domain.Topic.MESSAGE_RECEIVED;
import static dev.fenliu.webhooks.domain.Topic.MESSAGE_SENT;
import static dev.fenliu.webhooks.domain.Topic.PRESENCE_CHANGED;

import dev.fenliu.routing.RoutingEvent.PresenceChanged;
import dev.fenliu.webchat.WebchatEvent;
import dev.fenliu.webchat.WebchatEvent.AgentReplied;
import dev.fenliu.webchat.WebchatEvent.AnswerSeen;
import dev.fenliu.webchat.WebchatEvent.AnsweredByItself;
import dev.fenliu.webchat.WebchatEvent.BuyerBlocked;
import dev.fenliu.webchat.WebchatEvent.BuyerWrote;
import dev.fenliu.webchat.WebchatEvent.ConversationClosed;
import dev.fenliu.webchat.WebchatEvent.ConversationOpened;
import dev.fenliu.webchat.WebchatEvent.ConversationRated;
import dev.fenliu.webchat.WebchatEvent.ConversationRead;
import dev.fenliu.webchat.WebchatEvent.NoteAdded;
import dev.fenliu.webchat.WebchatEvent.OwnerChanged;
import dev.fenliu.webchat.WebchatEvent.OwnerMissed;
import dev.fenliu.webchat.WebchatEvent.Reassigned;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What programs are told of each fact. Of a new fact the compiler asks whether they are. */
public final class Announcements {
    private Announcements() {}

    /** The topic of a fact; empty for what stays in the house. */
    public static Optional<Topic> topic(WebchatEvent fact) {
        return Optional.ofNullable(topicOrNone(fact));
    }

    private static @Nullable Topic topicOrNone(WebchatEvent fact) {
        return switch (fact) {
            case ConversationOpened _ -> CONVERSATION_OPENED;
            case OwnerChanged _ -> CONVERSATION_ASSIGNED;
            case ConversationRead _ -> CONVERSATION_READ;
            case ConversationClosed _ -> CONVERSATION_CLOSED;
            case ConversationRated _ -> CONVERSATION_RATED;
            case BuyerWrote _ -> MESSAGE_RECEIVED;
            case AgentReplied _, AnsweredByItself _ -> MESSAGE_SENT;
            case OwnerMissed _, NoteAdded _, AnswerSeen _, BuyerBlocked _, Reassigned _ -> null;
        };
    }

    /** What is said of it under that topic. */
    public static Announcement of(WebchatEvent fact, Topic topic) {
        var said = new Announcement(fact.enterprise(), topic, Map.of(), fact.occurredAt())
                .with("conversation", fact.conversation())
                .with("shop", fact.shop())
                .with("buyer", fact.buyer());
        return switch (fact) {
            case ConversationOpened it -> said.with("source", it.source());
            case OwnerChanged it ->
                said.with("from", it.from()).with("to", it.to()).with("trigger", it.trigger());
            case ConversationRead it -> said.with("owner", it.owner()).with("upToSeq", it.upToSeq());
            case ConversationClosed it ->
                said.with("owner", it.owner()).with("bySystem", it.bySystem()).with("unanswered", it.unanswered());
            case ConversationRated it -> said.with("owner", it.owner()).with("score", it.score());
            case BuyerWrote it ->
                said.with("message", it.message()).with("seq", it.seq()).with("owner", it.owner());
            case AgentReplied it ->
                said.with("message", it.message())
                        .with("seq", it.seq())
                        .with("member", it.member())
                        .with("automatic", false);
            case AnsweredByItself it ->
                said.with("message", it.message()).with("seq", it.seq()).with("automatic", true);
            case OwnerMissed _, NoteAdded _, AnswerSeen _, BuyerBlocked _, Reassigned _ -> said;
        };
    }

    /** The same for what routing says of somebody's presence. */
    public static Announcement of(PresenceChanged change) {
        return new Announcement(change.enterprise(), PRESENCE_CHANGED, Map.of(), change.occurredAt())
                .with("member", change.member())
                .with("state", change.presence());
    }
}
