package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What whoever keeps conversations asks of routing. */
public interface Routing {
    /** Rows 1a to 1c: whether an open conversation stays with its owner when the buyer writes. */
    boolean keepsOwner(EnterpriseId enterprise, ShopId shop, MemberId owner, Instant now);

    /**
     * Takes the lane of the enterprise until the transaction ends: no batch decides meanwhile. Must be the first lock of
     * the transaction. Answers as of when to act in it: now, or later if the lane had to be waited for.
     */
    Instant enterLane(EnterpriseId enterprise, Instant now);

    /**
     * Checks and logs a forward or a reassignment, and says {@link RoutingEvent.Assigned} for it. The caller is in the
     * lane, has locked the conversation and has checked who may do this. Throws {@link TargetNotOnline}.
     */
    MemberId handOver(HandOver wish, Instant now);

    /**
     * A wish to move a conversation: to a member or to a group, exactly one of them given.
     *
     * @param owner who has it now; null while it waits
     * @param sender who wishes it
     * @param trigger {@link Trigger#FORWARDED} or {@link Trigger#REASSIGNED}
     */
    record HandOver(
            EnterpriseId enterprise,
            ShopId shop,
            ConversationId conversation,
            ChatSource source,
            @Nullable MemberId owner,
            MemberId sender,
            @Nullable MemberId toMember,
            @Nullable GroupId toGroup,
            Trigger trigger) {}
}
