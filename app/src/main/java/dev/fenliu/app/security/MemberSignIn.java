package dev.fenliu.app.security;

import dev.fenliu.accounts.application.GuessingThrottle;
import dev.fenliu.accounts.application.SecondStep;
import dev.fenliu.accounts.application.SignIn;
import dev.fenliu.accounts.application.TooManyTries;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Signs members in with sign-in name and password. Grants nothing by itself: rights are asked for at every request. */
@Component
class MemberSignIn implements AuthenticationProvider {
    private final SignIn signIn;
    private final SecondStep second;
    private final GuessingThrottle throttle;
    private final Clock clock;

    MemberSignIn(SignIn signIn, SecondStep second, GuessingThrottle throttle, Clock clock) {
        this.signIn = signIn;
        this.second = second;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var login = attempt.getName();
        var from = BrowserDetails.of(attempt);
        pay(login, from.address());
        var candidate = signIn.with(login, String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("sign-in name or password is wrong"));
        throttle.giveBack(login, from.address());
        if (second.isNeededBy(candidate)) throw new CodeNeeded(candidate);
        var member = signIn.enter(candidate, from.agent(), from.address(), clock.instant());
        return UsernamePasswordAuthenticationToken.authenticated(member, null, List.of());
    }

    private void pay(String login, String address) {
        try {
            throttle.take(login, address);
        } catch (TooManyTries refusal) {
            throw new TooMany(refusal.code(), refusal.waiting());
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
