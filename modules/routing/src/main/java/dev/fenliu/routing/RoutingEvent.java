package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything routing tells the rest of the system. */
public sealed interface RoutingEvent {
    EnterpriseId enterprise();

    Instant occurredAt();

    /**
     * One batch of decisions, in the order in which they were taken. Everything that listens writes its share at once.
     *
     * @param lapsed conversations that asked for an agent and need none any more: they stay where they are
     */
    record Assigned(
            EnterpriseId enterprise, List<Assignment> assignments, List<ConversationId> lapsed, Instant occurredAt)
            implements RoutingEvent {}

    /** An agent's presence changed. */
    record PresenceChanged(EnterpriseId enterprise, MemberId member, Presence presence, Instant occurredAt)
            implements RoutingEvent {}

    /**
     * One decision.
     *
     * @param from the owner before; null if nobody had it
     * @param to the owner from now on; null when it waits in the staging area
     * @param held whether it is only held for {@code to}, who is away for the moment
     */
    record Assignment(
            ConversationId conversation,
            ShopId shop,
            @Nullable MemberId from,
            @Nullable MemberId to,
            Trigger trigger,
            Reason reason,
            boolean held) {}
}
