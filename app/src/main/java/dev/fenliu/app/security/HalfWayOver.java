package dev.fenliu.app.security;

import org.springframework.security.core.AuthenticationException;

/** A code comes for a sign-in that never had its first step, or too long ago. */
final class HalfWayOver extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    HalfWayOver() {
        super("the first step is over");
    }
}
