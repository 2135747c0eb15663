package dev.fenliu.app.security;

import dev.fenliu.accounts.application.GuessingThrottle;
import dev.fenliu.accounts.application.SignIn;
import dev.fenliu.accounts.application.TooManyTries;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/** Signs members in with a passkey alone: the device has made sure who holds it, so that it is two factors by itself. */
final class PasskeyFilter extends WebAuthnAuthenticationFilter {
    private static final int LONGEST = 64 * 1024;

    private final WebAuthnRelyingPartyOperations ceremony;
    private final GuessingThrottle throttle;
    private final SignIn signIn;
    private final Clock clock;

    PasskeyFilter(WebAuthnRelyingPartyOperations ceremony, GuessingThrottle throttle, SignIn signIn, Clock clock) {
        this.ceremony = ceremony;
        this.throttle = throttle;
        this.signIn = signIn;
        this.clock = clock;
        setAuthenticationManager(this::recognised);
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var from = new BrowserDetails(request);
        var length = request.getContentLength();
        if (length < 0 || length > LONGEST) throw new BadCredentialsException("that is no passkey");
        pay(from.address());
        var login = super.attemptAuthentication(request, response).getName();
        throttle.giveBack("passkey from " + from.address(), from.address());
        HalfWay.forget(request);
        var member = signIn.known(login).orElseThrow(() -> new BadCredentialsException("nobody's passkey"));
        return UsernamePasswordAuthenticationToken.authenticated(
                signIn.enter(member, from.agent(), from.address(), clock.instant()), null, List.of());
    }

    private void pay(String address) {
        try {
            throttle.take("passkey from " + address, address);
        } catch (TooManyTries refusal) {
            throw new TooMany(refusal.code(), refusal.waiting());
        }
    }

    private Authentication recognised(Authentication attempt) {
        var shown = ((WebAuthnAuthenticationRequestToken) attempt).getWebAuthnRequest();
        try {
            return UsernamePasswordAuthenticationToken.authenticated(
                    ceremony.authenticate(shown).getName(), null, List.of());
        } catch (RuntimeException unknown) {
            throw new BadCredentialsException("the passkey is not known", unknown);
        }
    }
}
