package dev.fenliu.accounts.application;

import dev.fenliu.accounts.AccountEvent.OwnAccountChanged;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.domain.AuthenticatorPresent;
import dev.fenliu.accounts.domain.Authenticators;
import dev.fenliu.accounts.domain.Authenticators.Authenticator;
import dev.fenliu.accounts.domain.CodeWrong;
import dev.fenliu.accounts.domain.NoAuthenticator;
import dev.fenliu.accounts.domain.NothingToConfirm;
import dev.fenliu.accounts.domain.Octets;
import dev.fenliu.accounts.domain.RecoveryCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The authenticator app as a member's second factor, and the recovery codes for when it is lost. */
@Service
public class MySecondFactor {
    private final Authenticators authenticators;
    private final AuthenticatorCodes codes;
    private final MyPassword password;
    private final GuessingThrottle throttle;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    MySecondFactor(
            Authenticators authenticators,
            AuthenticatorCodes codes,
            MyPassword password,
            GuessingThrottle throttle,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.authenticators = authenticators;
        this.codes = codes;
        this.password = password;
        this.throttle = throttle;
        this.transaction = transaction;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public View of(Actor actor) {
        var known = authenticators.of(actor.enterprise(), actor.me()).orElse(null);
        var since = known == null ? null : known.confirmedAt();
        return new View(since, authenticators.recoveryCodesLeft(actor.enterprise(), actor.me()));
    }

    /** The secret that waits to be confirmed. */
    @Transactional(readOnly = true)
    public Optional<Octets> proposed(Actor actor) {
        return authenticators
                .of(actor.enterprise(), actor.me())
                .filter(it -> !it.isConfirmed())
                .map(Authenticator::secret);
    }

    public void propose(Actor actor, String currentPassword) {
        password.confirm(actor, currentPassword);
        transaction.executeWithoutResult(_ -> {
            if (isOn(actor)) throw new AuthenticatorPresent();
            authenticators.propose(actor.enterprise(), actor.me(), codes.newSecret());
        });
    }

    /** From here on a code is asked for. The recovery codes are told once. */
    @Transactional
    public List<RecoveryCode> confirm(Actor actor, String code, Instant now) {
        throttle.take(key(actor), actor.address());
        var proposed = authenticators
                .of(actor.enterprise(), actor.me())
                .filter(it -> !it.isConfirmed())
                .orElseThrow(NothingToConfirm::new);
        var step = codes.stepOf(code, proposed.secret(), now).orElseThrow(CodeWrong::new);
        throttle.giveBack(key(actor), actor.address());

        authenticators.take(actor.enterprise(), actor.me(), step);
        authenticators.confirm(actor.enterprise(), actor.me(), now);
        tell(actor, "authenticator-added", now);
        return newCodes(actor);
    }

    public List<RecoveryCode> renewCodes(Actor actor, String currentPassword, Instant now) {
        password.confirm(actor, currentPassword);
        return transaction.execute(_ -> {
            if (!isOn(actor)) throw new NoAuthenticator();
            tell(actor, "recovery-codes-renewed", now);
            return newCodes(actor);
        });
    }

    public void remove(Actor actor, String currentPassword, Instant now) {
        password.confirm(actor, currentPassword);
        transaction.executeWithoutResult(_ -> {
            if (!isOn(actor)) throw new NoAuthenticator();
            authenticators.remove(actor.enterprise(), actor.me());
            tell(actor, "authenticator-removed", now);
        });
    }

    private boolean isOn(Actor actor) {
        return authenticators
                .of(actor.enterprise(), actor.me())
                .filter(Authenticator::isConfirmed)
                .isPresent();
    }

    private List<RecoveryCode> newCodes(Actor actor) {
        var set = RecoveryCode.newSet();
        authenticators.setRecoveryCodes(actor.enterprise(), actor.me(), set);
        return set;
    }

    private void tell(Actor actor, String action, Instant now) {
        var activity = new Activity(actor, action, actor.name(), null, Map.of(), Map.of(), now);
        events.publishEvent(new OwnAccountChanged(actor.enterprise(), actor.me(), activity, now));
    }

    private static String key(Actor actor) {
        return "code of " + actor.me();
    }

    /**
     * How a member's second factor stands.
     *
     * @param since when it was set up; null if it is not
     */
    public record View(@Nullable Instant since, int recoveryCodesLeft) {
        public boolean isOn() {
            return since != null;
        }
    }
}
