package dev.fenliu.webchat.live;

import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.ConversationId;

/** What a screen is told: where to look, never what is there. The screen's own thread reads that. */
sealed interface Hint {
    /** A conversation has another owner or another state; a line may say so. */
    record Changed(ConversationId conversation) implements Hint {}

    /** A conversation got a line. */
    record LineAdded(ConversationId conversation, long seq) implements Hint {}

    /** The owner has read a conversation up to a line. */
    record Read(ConversationId conversation, long upToSeq) implements Hint {}

    /** The buyer has seen the answers of a conversation up to a line. */
    record Seen(ConversationId conversation, long upToSeq) implements Hint {}

    /** The other side is typing. */
    record Typing(ConversationId conversation) implements Hint {}

    /** A conversation ended although the buyer spoke last. */
    record EndedUnanswered() implements Hint {}

    /** The reader's own presence changed, at this desk or another. */
    record PresenceTurned(Presence presence) implements Hint {}

    /** The reader has logged out somewhere. */
    record LoggedOut() implements Hint {}

    /** Some of the reader's sign-ins have ended: all their streams do, and only a good one can come back. */
    record SessionsEnded() implements Hint {}

    /** The reader may have lost access. */
    record AccessChanged() implements Hint {}
}
