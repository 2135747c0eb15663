package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation that needs a decision, by how it came to need one. */
public sealed interface Request {
    ConversationId conversation();

    ShopId shop();

    ChatSource source();

    /** Since when it asks: the order of the queue, oldest first, then by conversation. */
    Instant askedAt();

    /** The last handler of at most 72 hours ago (row 2a); null if there is none. */
    @Nullable
    MemberId loyalTo();

    /** Who has it until it is decided, if only held; null for one that nobody has. */
    default @Nullable MemberId owner() {
        return null;
    }

    /** A new conversation, not decided yet. */
    record NewConversation(
            ConversationId conversation,
            ShopId shop,
            ChatSource source,
            Instant askedAt,
            @Nullable MemberId loyalTo) implements Request {}

    /** An open one whose owner was gone when the buyer wrote (row 1c), not decided yet. */
    record OwnerGone(
            ConversationId conversation,
            ShopId shop,
            ChatSource source,
            Instant askedAt,
            @Nullable MemberId loyalTo,
            MemberId owner)
            implements Request {}

    /**
     * One that its owner may not keep: the right to answer was lost, or distribution was turned on. Not decided yet. It
     * goes where one in the staging area would go, and is loyal to nobody it was taken from.
     */
    record Rerouted(
            ConversationId conversation,
            ShopId shop,
            ChatSource source,
            Instant askedAt,
            @Nullable MemberId loyalTo,
            MemberId owner,
            Trigger trigger)
            implements Request {
        /**
         * Whether why it was taken still holds, which in a shop that was 停用 meanwhile it may not: the right is still
         * missing, or it is still unread where chats are distributed.
         */
        public boolean stillStands(Bench bench, boolean unread) {
            return trigger == Trigger.ACCESS_LOST ? bench.agent(owner).isEmpty() : unread && bench.distributes();
        }
    }

    /** One in the staging area; it prefers its former owner, else its last handler. */
    record Staged(
            ConversationId conversation,
            ShopId shop,
            ChatSource source,
            Instant askedAt,
            @Nullable MemberId loyalTo,
            @Nullable MemberId formerOwner)
            implements Request {}

    /** One that is held for its last handler, who has just gone offline, up to and including that instant (row 2b). */
    record Held(
            ConversationId conversation,
            ShopId shop,
            ChatSource source,
            Instant askedAt,
            MemberId agent,
            Instant heldUntil)
            implements Request {
        @Override
        public MemberId loyalTo() {
            return agent;
        }

        @Override
        public MemberId owner() {
            return agent;
        }
    }
}
