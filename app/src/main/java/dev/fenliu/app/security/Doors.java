package dev.fenliu.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/** The addresses of pages: which are for everybody, which for members. All others lead nowhere. */
final class Doors {
    static final String[] STATIC_FILES = {"/assets/**", "/favicon.ico"};
    static final String[] EVERYBODY = {
        "/",
        "/login",
        "/login/code",
        "/login/webauthn",
        "/webauthn/authenticate/options",
        "/webchat/login",
        "/start/*",
        "/invitations/*",
        "/forgotten",
        "/reset/*",
        "/language",
        "/help",
        "/store",
        "/store/**",
        "/widget.js",
        "/assets/**",
        "/favicon.ico",
        "/error",
        "/actuator/health",
        "/actuator/health/*"
    };
    static final String DESK = "/webchat/**";
    /** Where whoever was given a password chooses one of their own. */
    static final String PASSWORD = "/password";

    static final String[] MEMBERS = {"/seller", "/platform/**", "/logout", PASSWORD, DESK};

    private Doors() {}

    /** Nothing else is open to whoever still has the password that they were given. */
    static boolean isForBeginners(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(PASSWORD) || path.equals("/logout");
    }

    static boolean isForMembers(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return Arrays.stream(MEMBERS)
                .map(it -> it.replace("/**", ""))
                .anyMatch(it -> path.equals(it) || path.startsWith(it + "/"));
    }
}
