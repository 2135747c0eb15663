package dev.fenliu.accounts.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.domain.Invitation;
import dev.fenliu.accounts.domain.Invitation.End;
import dev.fenliu.accounts.domain.InvitationWithdrawn;
import dev.fenliu.accounts.domain.Invitations;
import dev.fenliu.accounts.domain.InvitedNameTaken;
import dev.fenliu.accounts.domain.LinkOver;
import dev.fenliu.accounts.domain.LoginTaken;
import dev.fenliu.accounts.domain.MayNotGrant;
import dev.fenliu.accounts.domain.RoleNotFound;
import dev.fenliu.accounts.domain.ShopNotFound;
import dev.fenliu.accounts.domain.TokenSecret;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a member of whoever holds the link of an open invitation, with the roles that its giver may still give. */
@Service
public class AcceptInvitation {
    private final Invitations invitations;
    private final CurrentSnapshots snapshots;
    private final ManageMembers members;
    private final Passwords passwords;

    AcceptInvitation(Invitations invitations, CurrentSnapshots snapshots, ManageMembers members, Passwords passwords) {
        this.invitations = invitations;
        this.snapshots = snapshots;
        this.members = members;
        this.passwords = passwords;
    }

    /** Throws {@link LinkOver}. */
    @Transactional(readOnly = true)
    public View show(String shown, Instant now) {
        var invitation = linked(shown, now);
        return new View(invitation, snapshots.of(invitation.enterprise()).enterprise());
    }

    /**
     * Of two at once one is told that the link is over. Throws {@link LinkOver}, {@link InvitationWithdrawn} and
     * {@link InvitedNameTaken}.
     */
    @Transactional
    public void accept(String shown, String name, String password, String address, Instant now) {
        var known = linked(shown, now);
        var invitation = invitations
                .locked(known.enterprise(), known.id())
                .filter(it -> it.isOpen(now) && it.round() == known.round())
                .orElseThrow(LinkOver::new);
        var enterprise = snapshots.of(invitation.enterprise());
        passwords.requireUnguessable(
                password,
                List.of(enterprise.enterprise().code(), invitation.login().value(), name));
        var inviter =
                enterprise.member(invitation.invitedBy()).filter(Member::active).orElseThrow(InvitationWithdrawn::new);

        var actor = new Actor(invitation.enterprise(), inviter.id(), inviter.name(), address);
        create(actor, invitation, name, password, now);
        invitations.save(invitation.ended(End.ACCEPTED));
    }

    private void create(Actor inviter, Invitation invitation, String name, String password, Instant now) {
        var roles = invitation.grants().stream()
                .map(it -> new WishedRole(it.shop(), it.role()))
                .toList();
        var wish = new NewMember(invitation.login().value(), name, invitation.email(), null, password, roles);
        try {
            members.create(inviter, wish, now);
        } catch (LoginTaken meanwhile) {
            throw new InvitedNameTaken(invitation.login().value());
        } catch (NotAllowed | MayNotGrant | RoleNotFound | ShopNotFound changed) {
            throw new InvitationWithdrawn();
        }
    }

    private Invitation linked(String shown, Instant now) {
        return invitations
                .linked(new TokenSecret(shown).hash())
                .filter(it -> it.isOpen(now))
                .orElseThrow(LinkOver::new);
    }

    /** What somebody is invited to. */
    public record View(Invitation invitation, Enterprise enterprise) {
        public String login() {
            return enterprise.code() + ":" + invitation.login();
        }
    }
}
