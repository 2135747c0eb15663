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
    static final String[] MEMBERS = {"/seller", "/platform/**", "/logout", DESK};

    private Doors() {}

    static boolean isForMembers(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return Arrays.stream(MEMBERS)
                .map(it -> it.replace("/**", ""))
                .anyMatch(it -> path.equals(it) || path.startsWith(it + "/"));
    }
}
