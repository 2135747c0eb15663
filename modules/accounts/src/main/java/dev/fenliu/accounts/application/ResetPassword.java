package dev.fenliu.accounts.application;

import dev.fenliu.accounts.AccountEvent.OwnAccountChanged;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.PasswordForgotten;
import dev.fenliu.accounts.domain.LinkOver;
import dev.fenliu.accounts.domain.OwnAccounts;
import dev.fenliu.accounts.domain.PasswordResets;
import dev.fenliu.accounts.domain.PasswordResets.Reset;
import dev.fenliu.accounts.domain.TokenSecret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets members who forgot their password choose another, by a link to their address. */
@Service
public class ResetPassword {
    private final PasswordResets resets;
    private final OwnAccounts accounts;
    private final CurrentSnapshots snapshots;
    private final MySessions sessions;
    private final Passwords passwords;
    private final GuessingThrottle throttle;
    private final Mails mails;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    ResetPassword(
            PasswordResets resets,
            OwnAccounts accounts,
            CurrentSnapshots snapshots,
            MySessions sessions,
            Passwords passwords,
            GuessingThrottle throttle,
            Mails mails,
            Ids ids,
            ApplicationEventPublisher events) {
        this.resets = resets;
        this.accounts = accounts;
        this.snapshots = snapshots;
        this.sessions = sessions;
        this.passwords = passwords;
        this.throttle = throttle;
        this.mails = mails;
        this.ids = ids;
        this.events = events;
    }

    /** Whether there is a way to send a link at all; it says nothing about anybody. */
    public boolean isPossible() {
        return mails.areSent();
    }

    /** Does the same for every name, whether or not there is such a member. Throws {@link TooManyTries}. */
    @Transactional
    public void ask(String login, String address, Instant now) {
        throttle.take("reset of " + login, address);
        if (mails.areSent()) events.publishEvent(new PasswordForgotten(ids.next(), login, now));
    }

    /** The full sign-in name of whoever the link is for. Throws {@link LinkOver}. */
    @Transactional(readOnly = true)
    public String login(String shown, Instant now) {
        return memberOf(linked(shown, now)).login();
    }

    /** Every sign-in of the member ends, and every other link. Throws {@link LinkOver}. */
    @Transactional
    public void choose(String shown, String password, String address, Instant now) {
        var reset = linked(shown, now);
        var member = memberOf(reset);
        var hash = passwords.chosen(password, List.of(member.login(), member.name()));
        snapshots.locked(reset.enterprise());
        if (!resets.take(new TokenSecret(shown).hash())) throw new LinkOver();

        resets.removeAll(reset.enterprise(), reset.member());
        accounts.setPassword(reset.enterprise(), reset.member(), hash);
        // Whoever was to choose a first password has chosen it.
        snapshots.changed(reset.enterprise());
        var actor = new Actor(reset.enterprise(), reset.member(), member.name(), address);
        var activity = new Activity(actor, "own-password-reset", member.name(), null, Map.of(), Map.of(), now);
        events.publishEvent(new OwnAccountChanged(reset.enterprise(), reset.member(), activity, now));
        sessions.endAll(actor, reset.member(), member.name(), now);
    }

    private Reset linked(String shown, Instant now) {
        return resets.linked(new TokenSecret(shown).hash())
                .filter(it -> now.isBefore(it.expiresAt()))
                .orElseThrow(LinkOver::new);
    }

    private Member memberOf(Reset reset) {
        return snapshots
                .of(reset.enterprise())
                .member(reset.member())
                .filter(Member::active)
                .orElseThrow(LinkOver::new);
    }
}
