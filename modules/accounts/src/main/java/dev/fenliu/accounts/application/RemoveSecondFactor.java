package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_MEMBERS;

import dev.fenliu.accounts.AccountEvent.SecondFactorRemoved;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.domain.Authenticators;
import dev.fenliu.accounts.domain.Authority;
import dev.fenliu.accounts.domain.Passkeys;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets in again whoever has lost the phone that their codes came from: takes away all that they prove beside the password. */
@Service
public class RemoveSecondFactor {
    private final CurrentSnapshots snapshots;
    private final Permissions permissions;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final MySessions sessions;
    private final ApplicationEventPublisher events;

    RemoveSecondFactor(
            CurrentSnapshots snapshots,
            Permissions permissions,
            Authenticators authenticators,
            Passkeys passkeys,
            MySessions sessions,
            ApplicationEventPublisher events) {
        this.snapshots = snapshots;
        this.permissions = permissions;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * Authenticator app, recovery codes and passkeys go, and every sign-in of the member ends. Who has none of these is
     * left alone. Only for whoever may change that member.
     */
    @Transactional
    public Member remove(Actor actor, MemberId id, Instant now) {
        if (!permissions.allowSomewhere(actor, MANAGE_MEMBERS)) throw new NotAllowed();
        var enterprise = snapshots.locked(actor.enterprise());
        var member = enterprise.member(id).orElseThrow(UnknownMember::new);
        new Authority(enterprise, actor.member()).requireEdit(id);
        if (!isThere(actor.enterprise(), id)) return member;

        authenticators.remove(actor.enterprise(), id);
        passkeys.of(actor.enterprise(), id).forEach(it -> passkeys.remove(actor.enterprise(), id, it.id()));
        var activity = new Activity(actor, "second-factor-removed", member.name(), null, Map.of(), Map.of(), now);
        events.publishEvent(new SecondFactorRemoved(actor.enterprise(), id, activity, now));
        sessions.endAll(actor, id, member.name(), now);
        return member;
    }

    boolean isThere(EnterpriseId enterprise, MemberId id) {
        return authenticators.isThere(enterprise, id)
                || !passkeys.of(enterprise, id).isEmpty();
    }
}
