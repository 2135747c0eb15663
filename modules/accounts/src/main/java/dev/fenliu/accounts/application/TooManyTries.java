package dev.fenliu.accounts.application;

import dev.fenliu.accounts.Refusal;
import java.time.Duration;

/** Somebody guessed too often; {@link #seconds} says when it is worth while again. */
public final class TooManyTries extends Refusal {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooManyTries(Duration wait) {
        super(Kind.TOO_MANY, "too-many-tries", null, 1 + wait.toMinutes());
        this.wait = wait;
    }

    public Duration waiting() {
        return wait;
    }

    /** Full seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
