package dev.fenliu.app.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.fenliu.accounts.application.SecondStep;
import dev.fenliu.accounts.application.SignIn;
import dev.fenliu.accounts.application.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;

/** Takes the second step of a sign-in: a code of the authenticator app, or a recovery code. */
final class CodeFilter extends AbstractAuthenticationProcessingFilter {
    private static final int LONGEST = 64;

    private final SecondStep second;
    private final SignIn signIn;
    private final Clock clock;

    CodeFilter(SecondStep second, SignIn signIn, Clock clock) {
        super(pathPattern(HttpMethod.POST, "/login/code"));
        this.second = second;
        this.signIn = signIn;
        this.clock = clock;
        // Nobody else decides here: the code is checked against the first step.
        setAuthenticationManager(attempt -> attempt);
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        var from = new BrowserDetails(request);
        var member = HalfWay.of(request, now).orElseThrow(HalfWayOver::new).member();
        var code = Objects.requireNonNullElse(request.getParameter("code"), "");
        try {
            if (code.length() > LONGEST || !second.takes(member, code, from.address(), now)) {
                throw new BadCredentialsException("the code is wrong");
            }
        } catch (TooManyTries refusal) {
            throw new TooMany(refusal.code(), refusal.waiting());
        }
        HalfWay.forget(request);
        return UsernamePasswordAuthenticationToken.authenticated(
                signIn.enter(member, from.agent(), from.address(), now), null, List.of());
    }
}
