package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.Desks.Stretch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;

/** How long somebody was online and hidden (在線時間, 隱藏時間), in hours with two decimals. */
public record Hours(BigDecimal online, BigDecimal hidden) {
    private static final BigDecimal NANOS_OF_AN_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());

    public static final Hours NONE = of(Duration.ZERO, Duration.ZERO);

    /** Of one person's stretches, the part within the day. No moment counts twice, so the day is never exceeded. */
    public static Hours within(Day day, Collection<Stretch> stretches) {
        return of(Timeline.of(day, stretches));
    }

    /** What the parts of a day add up to. */
    public static Hours of(Timeline timeline) {
        return of(timeline.in(Presence.ONLINE), timeline.in(Presence.HIDDEN));
    }

    private static Hours of(Duration online, Duration hidden) {
        return new Hours(hours(online), hours(hidden));
    }

    // Rounded per person and day, so that the figures, as they are read, add up to those of shops and of longer times.
    private static BigDecimal hours(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos()).divide(NANOS_OF_AN_HOUR, 2, RoundingMode.HALF_UP);
    }

    public Hours plus(Hours other) {
        return new Hours(online.add(other.online), hidden.add(other.hidden));
    }
}
