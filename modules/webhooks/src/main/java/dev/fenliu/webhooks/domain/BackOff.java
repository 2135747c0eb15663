package dev.fenliu.webhooks.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a delivery rests between attempts: longer each time, a day and a half in all. */
final class BackOff {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private BackOff() {}

    /** The pause after that many attempts; empty once it was tried often enough. */
    static Optional<Duration> after(int attempts) {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
