package dev.fenliu.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Refuses people at the door. A page leads to the sign-in; a part of one only hears that the session is over, so that no
 * sign-in form ends up in the middle of a list. An address that leads nowhere says so.
 */
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (!Doors.isForMembers(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (Browsers.wantsPage(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            refuseForgery(request, response);
        } else {
            var status = Doors.isForMembers(request) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND;
            response.sendError(status.value());
        }
    }

    // A form may simply be older than the session that it belongs to: then its sender should sign in again.
    private static void refuseForgery(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var expired = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        if (!Browsers.wantsPage(request)) {
            response.setStatus((expired ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN).value());
        } else if (expired && leadsToSignIn(request)) {
            response.sendRedirect(request.getContextPath() + "/login?expired");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static boolean leadsToSignIn(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + "/login") || Doors.isForMembers(request);
    }
}
