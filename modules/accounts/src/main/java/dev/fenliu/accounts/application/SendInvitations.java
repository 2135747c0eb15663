package dev.fenliu.accounts.application;

import dev.fenliu.accounts.InvitationDue;
import dev.fenliu.accounts.domain.Invitations;
import dev.fenliu.accounts.domain.TokenSecret;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails invitations. The link is made only now: what waits to be sent holds nothing that opens a door. */
@Component
public class SendInvitations {
    private final Invitations invitations;
    private final CurrentSnapshots snapshots;
    private final Mails mails;
    private final Clock clock;

    SendInvitations(Invitations invitations, CurrentSnapshots snapshots, Mails mails, Clock clock) {
        this.invitations = invitations;
        this.snapshots = snapshots;
        this.mails = mails;
        this.clock = clock;
    }

    /** Each round is sent once, however often it is told. */
    @ApplicationModuleListener
    public void on(InvitationDue due) {
        var invitation = invitations.locked(due.enterprise(), due.invitation()).orElse(null);
        if (invitation == null || !invitation.isOpen(clock.instant())) return;
        if (due.round() != invitation.round() || invitation.sentRound() >= due.round()) return;

        var secret = TokenSecret.random();
        invitations.setLink(due.enterprise(), due.invitation(), secret.hash());
        invitations.save(invitation.sent());
        var enterprise = snapshots.of(due.enterprise()).enterprise();
        mails.sendInvitation(
                invitation.email(),
                invitation.language(),
                invitation.name(),
                enterprise.name(),
                enterprise.code() + ":" + invitation.login(),
                secret);
    }
}
