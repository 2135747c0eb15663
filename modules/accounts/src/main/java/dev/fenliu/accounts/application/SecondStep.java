package dev.fenliu.accounts.application;

import dev.fenliu.accounts.AccountEvent.OwnAccountChanged;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.domain.Authenticators;
import dev.fenliu.accounts.domain.Authenticators.Authenticator;
import dev.fenliu.accounts.domain.RecoveryCode;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second step of a sign-in, for those who have set one up: a code of the authenticator app or a recovery code. */
@Service
public class SecondStep {
    private final Authenticators authenticators;
    private final AuthenticatorCodes codes;
    private final GuessingThrottle throttle;
    private final ApplicationEventPublisher events;

    SecondStep(
            Authenticators authenticators,
            AuthenticatorCodes codes,
            GuessingThrottle throttle,
            ApplicationEventPublisher events) {
        this.authenticators = authenticators;
        this.codes = codes;
        this.throttle = throttle;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public boolean isNeededBy(Candidate member) {
        return authenticators.isConfirmed(member.enterprise(), member.member());
    }

    /** Whether the code is right and was never used before. Throws {@link TooManyTries}. */
    @Transactional
    public boolean takes(Candidate member, String code, String address, Instant now) {
        var key = "code of " + member.member();
        throttle.take(key, address);
        var right = RecoveryCode.looksLikeOne(code)
                ? takesRecoveryCode(member, new RecoveryCode(code), address, now)
                : takesCode(member, code, now);
        if (right) throttle.giveBack(key, address);
        return right;
    }

    private boolean takesCode(Candidate member, String code, Instant now) {
        return authenticators
                .of(member.enterprise(), member.member())
                .filter(Authenticator::isConfirmed)
                .flatMap(it -> codes.stepOf(code, it.secret(), now))
                .filter(step -> authenticators.take(member.enterprise(), member.member(), step))
                .isPresent();
    }

    private boolean takesRecoveryCode(Candidate member, RecoveryCode code, String address, Instant now) {
        if (!authenticators.takeRecoveryCode(member.enterprise(), member.member(), code)) return false;
        var actor = new Actor(member.enterprise(), member.member(), member.displayName(), address);
        var activity = new Activity(actor, "recovery-code-used", actor.name(), null, Map.of(), Map.of(), now);
        events.publishEvent(new OwnAccountChanged(member.enterprise(), member.member(), activity, now));
        return true;
    }
}
