package dev.fenliu.routing.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long things are kept for somebody who answered before (熟客原則).
 *
 * @param window how long a buyer comes back to the last handler: 72 hours, inclusive
 * @param grace how long somebody offline is waited for: 10 minutes, inclusive
 */
public record Loyalty(Duration window, Duration grace) {
    /** The handbook's: three days and ten minutes. */
    public static final Loyalty STANDARD = new Loyalty(Duration.ofHours(72), Duration.ofMinutes(10));

    /** Whether a buyer who talked then and writes now is still led back. */
    public boolean covers(Instant lastTalked, Instant now) {
        return !now.isAfter(lastTalked.plus(window));
    }

    /** Until when somebody last seen then is waited for. */
    public Instant waitsUntil(Instant lastSeen) {
        return lastSeen.plus(grace);
    }

    /** Whether somebody last seen then is still waited for. */
    public boolean waits(Instant lastSeen, Instant now) {
        return !now.isAfter(waitsUntil(lastSeen));
    }
}
