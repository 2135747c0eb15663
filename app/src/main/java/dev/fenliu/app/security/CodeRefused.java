package dev.fenliu.app.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Asks for the code again, or for the password when that was too long ago. */
class CodeRefused implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (refusal instanceof HalfWayOver) {
            response.sendRedirect(request.getContextPath() + "/login?expired");
            return;
        }
        SignInRefused.tell(request, response, refusal);
        request.getRequestDispatcher("/login/code/refused").forward(request, response);
    }
}
