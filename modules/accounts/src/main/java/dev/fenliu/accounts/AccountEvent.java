package dev.fenliu.accounts;

import java.time.Instant;

/** Everything accounts tells the rest of the system. */
public sealed interface AccountEvent {
    EnterpriseId enterprise();

    Instant occurredAt();

    /**
     * Somebody is about to lose or gain access, or a shop its state: said first in the transaction, so that whoever
     * assigns chats can wait for it. Whoever acts on what it comes to does so at the end of the transaction.
     */
    record AccessChanging(Actor actor, Instant occurredAt) implements AccountEvent {
        @Override
        public EnterpriseId enterprise() {
            return actor.enterprise();
        }
    }

    /** A member was created. */
    record MemberCreated(EnterpriseId enterprise, MemberId member, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** A member was renamed, disabled, let in again, or holds other roles. */
    record MemberChanged(EnterpriseId enterprise, MemberId member, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** Somebody gave a member a new password to begin with. */
    record PasswordReset(EnterpriseId enterprise, MemberId member, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** Somebody took away what a member proves beside the password. */
    record SecondFactorRemoved(EnterpriseId enterprise, MemberId member, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** A file of members has been worked through. */
    record MembersImported(EnterpriseId enterprise, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** A role was made, allows something else from now on, or is gone. */
    record RolesChanged(EnterpriseId enterprise, RoleId role, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** A shop was added. */
    record ShopCreated(EnterpriseId enterprise, ShopId shop, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /**
     * A shop was renamed, moved, authorised or disabled.
     *
     * @param moved whether other clocks say now when its days begin
     */
    record ShopChanged(
            EnterpriseId enterprise,
            ShopId shop,
            boolean authorized,
            boolean moved,
            Activity activity,
            Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** A member chose to log out: their desk is gone at once. */
    record LoggedOut(EnterpriseId enterprise, MemberId member, Instant occurredAt) implements AccountEvent {}

    /** A member changed their own account: profile, language, password or a second factor. */
    record OwnAccountChanged(EnterpriseId enterprise, MemberId member, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** Sign-ins of a member are over before their time: what they have open is shut. */
    record SessionsEnded(EnterpriseId enterprise, MemberId member, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** An API token was given out or taken back. */
    record TokensChanged(EnterpriseId enterprise, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}

    /** Somebody was invited, or is not any more. */
    record InvitationsChanged(EnterpriseId enterprise, Activity activity, Instant occurredAt)
            implements AccountEvent, Loggable {}
}
