package dev.fenliu.webchat;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Loggable;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.AgentRequested;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.LoadEased;
import dev.fenliu.routing.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything webchat tells the rest of the system. */
public sealed interface WebchatEvent {
    EnterpriseId enterprise();

    ShopId shop();

    BuyerId buyer();

    ConversationId conversation();

    Instant occurredAt();

    /** A buyer's first message opened a conversation: it asks for an agent. */
    record ConversationOpened(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            ChatSource source,
            @Nullable MemberId lastHandler,
            @Nullable Instant lastTalkedAt,
            Instant occurredAt)
            implements WebchatEvent, AgentRequested {
        @Override
        public Trigger trigger() {
            return Trigger.MESSAGE;
        }

        @Override
        public @Nullable MemberId owner() {
            return null;
        }
    }

    /** A buyer wrote to a conversation whose owner is gone: it asks for another agent, and keeps its owner meanwhile. */
    record OwnerMissed(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            ChatSource source,
            MemberId owner,
            @Nullable MemberId lastHandler,
            @Nullable Instant lastTalkedAt,
            Instant occurredAt)
            implements WebchatEvent, AgentRequested {
        @Override
        public Trigger trigger() {
            return Trigger.OWNER_GONE;
        }
    }

    /** A buyer's message was stored. Owner is null while nobody has the conversation. */
    record BuyerWrote(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            MessageId message,
            long seq,
            @Nullable MemberId owner,
            Instant occurredAt)
            implements WebchatEvent {}

    /**
     * An agent's message was stored, which also marks the conversation read.
     *
     * @param ended the wait of the buyer that it ended; null if the buyer was not waiting for an answer
     */
    record AgentReplied(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            MessageId message,
            long seq,
            MemberId member,
            boolean wasUnread,
            @Nullable Wait ended,
            Instant occurredAt)
            implements WebchatEvent, LoadEased {}

    /**
     * How long a buyer has waited for an answer.
     *
     * @param since the buyer's first message without an answer
     * @param first whether no agent had written to the conversation before
     */
    record Wait(Instant since, boolean first) {}

    /** The shop answered by itself (自動回覆); owner is null while nobody has the conversation. */
    record AnsweredByItself(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            MessageId message,
            long seq,
            @Nullable MemberId owner,
            Instant occurredAt)
            implements WebchatEvent {}

    /** The owner's read mark moved up to the message with that seq. */
    record ConversationRead(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            MemberId owner,
            long upToSeq,
            Instant occurredAt)
            implements WebchatEvent, LoadEased {}

    /** A conversation has a new owner, or waits (to is null) after having had one. Said after it was saved. */
    record OwnerChanged(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            @Nullable MemberId from,
            @Nullable MemberId to,
            Trigger trigger,
            Instant occurredAt)
            implements WebchatEvent {}

    /**
     * A conversation was closed.
     *
     * @param owner who had it, credited with the closing
     * @param bySystem whether the system closed it after a quiet time, not a person
     * @param unanswered whether the buyer spoke last
     */
    record ConversationClosed(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            MemberId owner,
            boolean bySystem,
            boolean unanswered,
            Instant occurredAt)
            implements WebchatEvent, LoadEased {}

    /** An agent wrote a note into a conversation that only agents see. Owner is null while nobody has it. */
    record NoteAdded(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            MessageId message,
            long seq,
            @Nullable MemberId owner,
            Instant occurredAt)
            implements WebchatEvent {}

    /** The buyer has seen the shop's answers up to the line with that number. */
    record AnswerSeen(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            @Nullable MemberId owner,
            long upToSeq,
            Instant occurredAt)
            implements WebchatEvent {}

    /**
     * A buyer said how good a conversation was that had ended.
     *
     * @param owner who had it when it ended
     * @param score from 1 to 5
     */
    record ConversationRated(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            MemberId owner,
            int score,
            Instant occurredAt)
            implements WebchatEvent {}

    /** A buyer may not write to the shop any more, or may again, by somebody's decision. */
    record BuyerBlocked(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            boolean blocked,
            Activity activity,
            Instant occurredAt)
            implements WebchatEvent, Loggable {}

    /** Somebody with that permission moved a conversation (改派); {@link OwnerChanged} says from whom to whom. */
    record Reassigned(
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ConversationId conversation,
            Activity activity,
            Instant occurredAt)
            implements WebchatEvent, Loggable {}
}
