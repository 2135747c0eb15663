package dev.fenliu.app.security;

import dev.fenliu.accounts.application.SignIn;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs members in with sign-in name and password. Grants nothing by itself: rights are asked for at every request. */
@Component
class MemberSignIn implements AuthenticationProvider {
    private final SignIn signIn;
    private final GuessingThrottle throttle;

    MemberSignIn(SignIn signIn, GuessingThrottle throttle) {
        this.signIn = signIn;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var login = attempt.getName();
        var address = attempt.getDetails() instanceof WebAuthenticationDetails it ? it.getRemoteAddress() : "";
        throttle.take(login, address);
        var member = signIn.with(login, String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("sign-in name or password is wrong"));
        throttle.giveBack(login, address);
        return UsernamePasswordAuthenticationToken.authenticated(member, null, List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
