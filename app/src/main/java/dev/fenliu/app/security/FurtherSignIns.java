package dev.fenliu.app.security;

import dev.fenliu.accounts.application.GuessingThrottle;
import dev.fenliu.accounts.application.SecondStep;
import dev.fenliu.accounts.application.SignIn;
import java.time.Clock;
import java.util.Objects;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;

/** The ways in beside name and password: the code of the second step, and a passkey. */
@Component
class FurtherSignIns {
    private final SecondStep second;
    private final SignIn signIn;
    private final GuessingThrottle throttle;
    private final WebAuthnRelyingPartyOperations ceremony;
    private final Clock clock;

    FurtherSignIns(
            SecondStep second,
            SignIn signIn,
            GuessingThrottle throttle,
            WebAuthnRelyingPartyOperations ceremony,
            Clock clock) {
        this.second = second;
        this.signIn = signIn;
        this.throttle = throttle;
        this.ceremony = ceremony;
        this.clock = clock;
    }

    AbstractHttpConfigurer<?, HttpSecurity> leadingTo(AuthenticationSuccessHandler success) {
        return new Filters(success);
    }

    private final class Filters extends AbstractHttpConfigurer<Filters, HttpSecurity> {
        private final AuthenticationSuccessHandler success;

        Filters(AuthenticationSuccessHandler success) {
            this.success = success;
        }

        @Override
        public void configure(HttpSecurity http) {
            var code = new CodeFilter(second, signIn, clock);
            var passkey = new PasskeyFilter(ceremony, throttle, signIn, clock);
            prepare(code, http);
            prepare(passkey, http);
            code.setAuthenticationFailureHandler(new CodeRefused());
            passkey.setAuthenticationFailureHandler(new PasskeyRefused());
            http.addFilterAfter(code, UsernamePasswordAuthenticationFilter.class);
            http.addFilterAfter(passkey, UsernamePasswordAuthenticationFilter.class);
            http.addFilterAfter(
                    new PublicKeyCredentialRequestOptionsFilter(ceremony), UsernamePasswordAuthenticationFilter.class);
        }

        // As Spring Security prepares the filter of the password: another session id, another CSRF token.
        private void prepare(AbstractAuthenticationProcessingFilter filter, HttpSecurity http) {
            filter.setSessionAuthenticationStrategy(
                    Objects.requireNonNull(http.getSharedObject(SessionAuthenticationStrategy.class)));
            filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
            filter.setAuthenticationSuccessHandler(success);
        }
    }
}
