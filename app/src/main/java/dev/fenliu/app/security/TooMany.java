package dev.fenliu.app.security;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody asked, or guessed, too often; {@link #seconds} says when it is worth while again. */
public final class TooMany extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final Duration wait;

    TooMany(String code, ConsumptionProbe probe) {
        this(code, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    TooMany(String code, Duration wait) {
        super(code);
        this.code = code;
        this.wait = wait;
    }

    public String code() {
        return code;
    }

    /** Full seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
