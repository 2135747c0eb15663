package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_MEMBERS;

import dev.fenliu.accounts.AccountEvent.InvitationsChanged;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.InvitationDue;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.domain.AlreadyInvited;
import dev.fenliu.accounts.domain.Authority;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.Invitation;
import dev.fenliu.accounts.domain.Invitation.End;
import dev.fenliu.accounts.domain.Invitations;
import dev.fenliu.accounts.domain.LoginId;
import dev.fenliu.accounts.domain.LoginTaken;
import dev.fenliu.accounts.domain.MayNotGrant;
import dev.fenliu.accounts.domain.TokenSecret;
import dev.fenliu.accounts.domain.TooManyInvitations;
import dev.fenliu.accounts.domain.UnknownInvitation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people to become members. The link goes to their address by mail; without a mail server it is shown to whoever
 * invites, to hand over.
 */
@Service
public class Invite {
    private static final int MOST_OPEN = 200;
    private static final Duration SHOWN_FOR = Duration.ofDays(30);

    private final Invitations invitations;
    private final CurrentSnapshots snapshots;
    private final Permissions permissions;
    private final Mails mails;
    private final InvitationRate rate;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    Invite(
            Invitations invitations,
            CurrentSnapshots snapshots,
            Permissions permissions,
            Mails mails,
            InvitationRate rate,
            Ids ids,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.snapshots = snapshots;
        this.permissions = permissions;
        this.mails = mails;
        this.rate = rate;
        this.ids = ids;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public View of(Actor actor) {
        requireManager(actor);
        var giver = new Authority(snapshots.of(actor.enterprise()), actor.member());
        var shown = invitations.of(actor.enterprise()).stream()
                .map(it -> new Shown(it, GrantWish.mayGive(it.grants(), giver)))
                .toList();
        return new View(shown, RoleMatrix.ofNew(giver), mails.areSent());
    }

    /** The link to hand over; empty when it is mailed. */
    @Transactional
    public Optional<String> invite(Actor actor, Wish wish, Instant now) {
        requireManager(actor);
        rate.take(actor);
        var enterprise = snapshots.locked(actor.enterprise());
        var login = new LoginId(wish.loginId());
        if (enterprise.memberNamed(enterprise.enterprise().code() + ":" + login).isPresent()) {
            throw new LoginTaken(login.value());
        }
        GrantWish.granted(wish.grants(), new Authority(enterprise, actor.member()));
        requireRoom(actor, wish, login, now);

        var invitation = new Invitation(
                ids.next(),
                actor.enterprise(),
                wish.email(),
                login,
                wish.name(),
                wish.language(),
                wish.grants(),
                actor.me(),
                1,
                0,
                now,
                now.plus(Invitation.GOOD_FOR),
                null);
        invitations.add(invitation);
        tell(actor, "invitation-made", invitation, now);
        return send(invitation, now);
    }

    /** Another link; the one before opens nothing any more. Throws {@link MayNotGrant}. */
    @Transactional
    public Optional<String> again(Actor actor, long id, Instant now) {
        requireManager(actor);
        rate.take(actor);
        var again = givable(actor, id).again(now);
        invitations.save(again);
        tell(actor, "invitation-renewed", again, now);
        return send(again, now);
    }

    /** Throws {@link MayNotGrant}. */
    @Transactional
    public void revoke(Actor actor, long id, Instant now) {
        requireManager(actor);
        var revoked = givable(actor, id).ended(End.REVOKED);
        invitations.save(revoked);
        tell(actor, "invitation-revoked", revoked, now);
    }

    private Optional<String> send(Invitation invitation, Instant now) {
        var secret = TokenSecret.random();
        // Also when it is mailed: the link that was good before is dead from here on.
        invitations.setLink(invitation.enterprise(), invitation.id(), secret.hash());
        if (mails.areSent()) {
            events.publishEvent(new InvitationDue(invitation.enterprise(), invitation.id(), invitation.round(), now));
            return Optional.empty();
        }
        invitations.save(invitation.sent());
        return Optional.of(mails.invitationLink(secret));
    }

    // Whoever holds the link becomes what it invites to: it is dealt with only by somebody who could give that.
    private Invitation givable(Actor actor, long id) {
        var giver = new Authority(snapshots.locked(actor.enterprise()), actor.member());
        var invitation = invitations
                .locked(actor.enterprise(), id)
                .filter(it -> it.end() == null)
                .orElseThrow(UnknownInvitation::new);
        if (!GrantWish.mayGive(invitation.grants(), giver)) throw new MayNotGrant(invitation.name());
        return invitation;
    }

    private void requireRoom(Actor actor, Wish wish, LoginId login, Instant now) {
        invitations.forgetExpiredBefore(actor.enterprise(), now.minus(SHOWN_FOR));
        var open = invitations.of(actor.enterprise()).stream()
                .filter(it -> it.isOpen(now))
                .toList();
        if (open.stream()
                .anyMatch(it -> it.email().equalsIgnoreCase(wish.email())
                        || it.login().value().equalsIgnoreCase(login.value()))) {
            throw new AlreadyInvited(wish.email());
        }
        if (open.size() >= MOST_OPEN) throw new TooManyInvitations(MOST_OPEN);
    }

    private void requireManager(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_MEMBERS)) throw new NotAllowed();
    }

    private void tell(Actor actor, String action, Invitation invitation, Instant now) {
        var after =
                Map.of("email", invitation.email(), "login", invitation.login().value());
        var activity = new Activity(actor, action, invitation.name(), null, Map.of(), after, now);
        events.publishEvent(new InvitationsChanged(actor.enterprise(), activity, now));
    }

    /** Who is invited, and to what. */
    public record Wish(String email, String loginId, String name, String language, List<GrantWish> grants) {}

    /**
     * One invitation.
     *
     * @param yours whether whoever looks may send it again and take it back
     */
    public record Shown(Invitation invitation, boolean yours) {}

    /**
     * The invitations, and what one can be invited to.
     *
     * @param offered which roles whoever looks may give where
     */
    public record View(List<Shown> invitations, RoleMatrix offered, boolean mailed) {}
}
