package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.GroupId;
import java.time.Instant;
import java.util.List;
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

    /** Whoever it was held for has answered or ended it: nobody is waited for any more. */
    void stopHolding(EnterpriseId enterprise, ConversationId conversation);

    /**
     * Checks and logs forwards or reassignments, one after the other, and says one {@link RoutingEvent.Assigned} for all
     * of them. The caller is in the lane, has locked the conversations and has checked who may do this. Throws
     * {@link TargetNotOnline} if one of them cannot go.
     */
    void handOver(EnterpriseId enterprise, List<HandOver> wishes, Instant now);

    /**
     * A wish to move a conversation: to a member or to a group, exactly one of them given.
     *
     * @param owner who has it now; null while it waits
     * @param unread whether it counts as the owner's load
     * @param sender who wishes it
     * @param trigger {@link Trigger#FORWARDED} or {@link Trigger#REASSIGNED}
     */
    record HandOver(
            ShopId shop,
            ConversationId conversation,
            @Nullable MemberId owner,
            boolean unread,
            MemberId sender,
            @Nullable MemberId toMember,
            @Nullable GroupId toGroup,
            Trigger trigger) {}
}
