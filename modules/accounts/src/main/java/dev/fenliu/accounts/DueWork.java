package dev.fenliu.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that falls due by the clock alone. Sweeps do it in the background; moving the clock by hand does it step by step,
 * each step as of its own instant.
 */
public interface DueWork {
    /** Told before the clock is moved by hand: whoever is connected now stays so until then. */
    default void clockWillMoveTo(Instant target) {}

    /** The first instant up to {@code limit} at which something falls due that is not done yet. */
    Optional<Instant> nextDue(Instant limit);

    /** Does everything that is due at {@code now}, and returns when it is done. */
    void doDue(Instant now);
}
