package dev.fenliu.accounts;

import java.time.Instant;

/** Everything accounts tells the rest of the system. */
public sealed interface AccountEvent {
    EnterpriseId enterprise();

    Instant occurredAt();

    /**
     * Somebody is about to lose or gain access, or a shop its state: said first in the transaction, so that whoever
     * assigns chats can wait for it.
     */
    record AccessChanging(EnterpriseId enterprise, Instant occurredAt) implements AccountEvent {}

    /** A member was created. */
    record MemberCreated(EnterpriseId enterprise, MemberId member, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** A shop was added. */
    record ShopCreated(EnterpriseId enterprise, ShopId shop, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** A shop was renamed, moved, authorised or disabled. */
    record ShopChanged(EnterpriseId enterprise, ShopId shop, boolean authorized, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** A member chose to log out: their desk is gone at once. */
    record LoggedOut(EnterpriseId enterprise, MemberId member, Instant occurredAt) implements AccountEvent {}
}
