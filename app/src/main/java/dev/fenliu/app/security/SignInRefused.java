package dev.fenliu.app.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the sign-in page again, with the reason and what was typed as name; or the next one, for the second step. */
class SignInRefused implements AuthenticationFailureHandler {
    private final Clock clock;

    SignInRefused(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (refusal instanceof CodeNeeded it) {
            new HalfWay(it.member(), clock.instant()).keep(request);
            response.sendRedirect(request.getContextPath() + "/login/code");
            return;
        }
        tell(request, response, refusal);
        request.getRequestDispatcher("/login/refused").forward(request, response);
    }

    static void tell(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
        if (refusal instanceof TooMany it) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(it.seconds()));
            request.setAttribute("minutes", 1 + it.seconds() / 60);
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }
}
