package dev.fenliu.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;

/** Where somebody signs in from, and with what. */
record BrowserDetails(String address, String agent) implements Serializable {
    private static final long serialVersionUID = 1L;

    BrowserDetails(HttpServletRequest request) {
        this(request.getRemoteAddr(), Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
    }

    static BrowserDetails of(Authentication attempt) {
        return attempt.getDetails() instanceof BrowserDetails it ? it : new BrowserDetails("", "");
    }
}
