package dev.fenliu.chatgroups;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Loggable;
import dev.fenliu.accounts.ShopId;
import java.time.Instant;

/** Everything chatgroups tells the rest of the system. */
public sealed interface ChatGroupEvent {
    EnterpriseId enterprise();

    ShopId shop();

    Instant occurredAt();

    /**
     * Groups or settings of the shop are about to change: said first in the transaction, so that whoever assigns chats
     * can wait for it.
     */
    record SetupChanging(EnterpriseId enterprise, ShopId shop, Instant occurredAt) implements ChatGroupEvent {}

    /** Distribution was off and is on now. */
    record DistributionTurnedOn(EnterpriseId enterprise, ShopId shop, Activity activity, Instant occurredAt)
            implements ChatGroupEvent, Loggable {}

    /** Distribution was on and is off now: by hand, or because the last member left the groups. */
    record DistributionTurnedOff(EnterpriseId enterprise, ShopId shop, Activity activity, Instant occurredAt)
            implements ChatGroupEvent, Loggable {}

    /** The main account's switch, the cap or the tie-break changed. */
    record SettingsChanged(EnterpriseId enterprise, ShopId shop, Activity activity, Instant occurredAt)
            implements ChatGroupEvent, Loggable {}

    /** A group was created. */
    record GroupCreated(EnterpriseId enterprise, ShopId shop, GroupId group, Activity activity, Instant occurredAt)
            implements ChatGroupEvent, Loggable {}

    /** A group's name, sources or members changed. */
    record GroupChanged(EnterpriseId enterprise, ShopId shop, GroupId group, Activity activity, Instant occurredAt)
            implements ChatGroupEvent, Loggable {}

    /** A group was deleted; its members are in no group of the shop now. */
    record GroupDeleted(EnterpriseId enterprise, ShopId shop, GroupId group, Activity activity, Instant occurredAt)
            implements ChatGroupEvent, Loggable {}

    /** What the shop answers by itself, or its hours, changed. */
    record RepliesChanged(EnterpriseId enterprise, ShopId shop, Activity activity, Instant occurredAt)
            implements ChatGroupEvent, Loggable {}
}
