package dev.fenliu.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;

/** Leads on to where one wanted to go before signing in, else to the seller centre. */
class AfterSignIn implements AuthenticationSuccessHandler {
    private static final String START = "/seller";

    private final RequestCache wanted;

    AfterSignIn(RequestCache wanted) {
        this.wanted = wanted;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication member)
            throws IOException {
        var target = target(request, response).orElse(request.getContextPath() + START);
        wanted.removeRequest(request, response);
        response.sendRedirect(target);
    }

    // Path and query only: the host of a saved address is whatever the browser claimed it to be.
    private Optional<String> target(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(wanted.getRequest(request, response))
                .filter(DefaultSavedRequest.class::isInstance)
                .map(DefaultSavedRequest.class::cast)
                .map(it -> it.getQueryString() == null
                        ? it.getRequestURI()
                        : it.getRequestURI() + "?" + it.getQueryString())
                .filter(it -> it.startsWith("/") && !it.startsWith("//"));
    }
}
