package dev.fenliu.app.security;

import dev.fenliu.accounts.application.Candidate;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in whose password was right and that waits for its second step. Kept in the session as this and nothing else:
 * nobody could take it for a member who is signed in.
 */
record HalfWay(Candidate member, Instant since) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String KEPT_AS = "half-way";
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    void keep(HttpServletRequest request) {
        if (request.getSession(false) != null) request.changeSessionId();
        request.getSession().setAttribute(KEPT_AS, this);
    }

    static Optional<HalfWay> of(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        var kept = session == null ? null : session.getAttribute(KEPT_AS);
        return Optional.ofNullable(kept).map(HalfWay.class::cast).filter(it -> now.isBefore(it.since.plus(GOOD_FOR)));
    }

    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.removeAttribute(KEPT_AS);
    }
}
