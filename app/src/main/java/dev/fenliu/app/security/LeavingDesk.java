package dev.fenliu.app.security;

import dev.fenliu.accounts.application.SignIn;
import dev.fenliu.accounts.application.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Says that a member has logged out, so that their desk is gone at once. */
@Component
class LeavingDesk implements LogoutHandler {
    private final SignIn signIn;
    private final Clock clock;

    LeavingDesk(SignIn signIn, Clock clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn member) {
            signIn.out(member, clock.instant());
        }
    }
}
