package dev.fenliu.webchat.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.Trigger;
import dev.fenliu.webchat.WebchatEvent;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.Message;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened in a conversation, as the rest of the system hears it. */
final class Facts {
    private Facts() {}

    static WebchatEvent opened(
            Conversation conversation, @Nullable MemberId lastHandler, @Nullable Instant lastTalkedAt) {
        var origin = conversation.origin();
        return new WebchatEvent.ConversationOpened(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                origin.source(),
                lastHandler,
                lastTalkedAt,
                origin.openedAt());
    }

    static WebchatEvent ownerMissed(Conversation conversation, MemberId owner, Instant lastTalkedAt, Instant now) {
        var origin = conversation.origin();
        return new WebchatEvent.OwnerMissed(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                origin.source(),
                owner,
                conversation.holding().lastHandler(),
                lastTalkedAt,
                now);
    }

    static WebchatEvent buyerWrote(Conversation conversation, Message line) {
        var origin = conversation.origin();
        return new WebchatEvent.BuyerWrote(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                line.id(),
                line.seq(),
                conversation.owner(),
                line.at());
    }

    static WebchatEvent replied(
            Conversation conversation, Message line, boolean wasUnread, WebchatEvent.@Nullable Wait ended) {
        var origin = conversation.origin();
        return new WebchatEvent.AgentReplied(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                line.id(),
                line.seq(),
                Objects.requireNonNull(line.member()),
                wasUnread,
                ended,
                line.at());
    }

    static WebchatEvent noted(Conversation conversation, Message line) {
        var origin = conversation.origin();
        return new WebchatEvent.NoteAdded(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                line.id(),
                line.seq(),
                conversation.owner(),
                line.at());
    }

    static WebchatEvent answerSeen(Conversation conversation, long upToSeq, Instant now) {
        var origin = conversation.origin();
        return new WebchatEvent.AnswerSeen(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                conversation.owner(),
                upToSeq,
                now);
    }

    static WebchatEvent rated(Conversation conversation, int score, Instant now) {
        var origin = conversation.origin();
        return new WebchatEvent.ConversationRated(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                Objects.requireNonNull(conversation.owner(), "only what somebody owns is closed"),
                score,
                now);
    }

    static WebchatEvent read(Conversation conversation, MemberId owner, long upToSeq, Instant now) {
        var origin = conversation.origin();
        return new WebchatEvent.ConversationRead(
                origin.enterprise(), origin.shop(), origin.buyer(), conversation.id(), owner, upToSeq, now);
    }

    static WebchatEvent ownerChanged(Conversation conversation, @Nullable MemberId from, Trigger trigger, Instant now) {
        var origin = conversation.origin();
        return new WebchatEvent.OwnerChanged(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                from,
                conversation.owner(),
                trigger,
                now);
    }

    static WebchatEvent closed(Conversation conversation, boolean bySystem, Instant now) {
        var origin = conversation.origin();
        return new WebchatEvent.ConversationClosed(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                Objects.requireNonNull(conversation.owner(), "only what somebody owns is closed"),
                bySystem,
                conversation.state() == ConversationState.CLOSED_UNANSWERED,
                now);
    }
}
