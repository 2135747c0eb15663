package dev.fenliu.accounts.application;

import dev.fenliu.accounts.AccountEvent.OwnAccountChanged;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.domain.OwnAccounts;
import dev.fenliu.accounts.domain.PasswordResets;
import dev.fenliu.accounts.domain.PasswordWrong;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets members choose another password, and asks for the present one where somebody at their open desk could do harm. */
@Service
public class MyPassword {
    private final OwnAccounts accounts;
    private final PasswordResets resets;
    private final Passwords passwords;
    private final MySessions sessions;
    private final GuessingThrottle throttle;
    private final CurrentSnapshots snapshots;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    MyPassword(
            OwnAccounts accounts,
            PasswordResets resets,
            Passwords passwords,
            MySessions sessions,
            GuessingThrottle throttle,
            CurrentSnapshots snapshots,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.resets = resets;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.snapshots = snapshots;
        this.transaction = transaction;
        this.events = events;
    }

    /** Every other sign-in of the member ends, and every link to reset it: one of them may be why they change it. */
    public void change(SignedIn me, Actor actor, String current, String wish, Instant now) {
        confirm(actor, current);
        var hash = passwords.chosen(wish, wordsOf(me));
        transaction.executeWithoutResult(_ -> {
            set(actor, hash);
            var activity = new Activity(actor, "password-changed", actor.name(), null, Map.of(), Map.of(), now);
            events.publishEvent(new OwnAccountChanged(actor.enterprise(), actor.me(), activity, now));
            sessions.endOthers(me, actor, now);
        });
    }

    /** Whether they have to choose one before anything else: theirs was given by somebody. */
    public boolean isDue(Actor actor) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> snapshots.of(actor.enterprise()).isBeginner(actor.me())));
    }

    /** The first of their own, in place of the one that they were given. Throws {@link NotAllowed} to whoever has one. */
    public void begin(SignedIn me, Actor actor, String wish, Instant now) {
        if (!isDue(actor)) throw new NotAllowed();
        var hash = passwords.chosen(wish, wordsOf(me));
        transaction.executeWithoutResult(_ -> {
            snapshots.locked(actor.enterprise());
            set(actor, hash);
            snapshots.changed(actor.enterprise());
            var activity = new Activity(actor, "password-changed", actor.name(), null, Map.of(), Map.of(), now);
            events.publishEvent(new OwnAccountChanged(actor.enterprise(), actor.me(), activity, now));
            sessions.endOthers(me, actor, now);
        });
    }

    private void set(Actor actor, String hash) {
        resets.removeAll(actor.enterprise(), actor.me());
        accounts.setPassword(actor.enterprise(), actor.me(), hash);
    }

    private static List<String> wordsOf(SignedIn me) {
        var words = new ArrayList<>(List.of(me.login().split(":", -1)));
        words.add(me.displayName());
        return words;
    }

    /** Throws {@link PasswordWrong}, and {@link TooManyTries} to whoever keeps guessing. */
    void confirm(Actor actor, String current) {
        var key = "member " + actor.me();
        throttle.take(key, actor.address());
        var hash = transaction.execute(_ -> accounts.passwordHash(actor.enterprise(), actor.me()));
        if (!passwords.match(current, hash)) throw new PasswordWrong();
        throttle.giveBack(key, actor.address());
    }
}
