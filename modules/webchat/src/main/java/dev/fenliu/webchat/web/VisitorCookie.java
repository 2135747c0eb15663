package dev.fenliu.webchat.web;

import dev.fenliu.webchat.domain.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Lets a buyer's browser keep who they are, from their first message on. */
final class VisitorCookie {
    private static final Duration KEPT = Duration.ofDays(180);

    private VisitorCookie() {}

    static void keep(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(Visitor.KEPT_AS, visitor.secret())
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path(request.getContextPath() + "/store")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
