package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.Desks.Stretch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** How long somebody was online and hidden (在線時間, 隱藏時間), in hours with two decimals. */
public record Hours(BigDecimal online, BigDecimal hidden) {
    private static final BigDecimal NANOS_OF_AN_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());

    public static final Hours NONE = of(Duration.ZERO, Duration.ZERO);

    /** Of one person's stretches, the part within the day. No moment counts twice, so the day is never exceeded. */
    public static Hours within(Day day, Collection<Stretch> stretches) {
        var online = Duration.ZERO;
        var hidden = Duration.ZERO;
        var counted = day.begins();
        for (var stretch :
                stretches.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
            var from = later(stretch.from(), counted);
            var until = earlier(stretch.until(), day.ends());
            if (!from.isBefore(until)) {
                continue;
            }
            counted = until;
            if (stretch.presence() == Presence.ONLINE) {
                online = online.plus(Duration.between(from, until));
            } else if (stretch.presence() == Presence.HIDDEN) {
                hidden = hidden.plus(Duration.between(from, until));
            }
        }
        return of(online, hidden);
    }

    private static Hours of(Duration online, Duration hidden) {
        return new Hours(hours(online), hours(hidden));
    }

    // Rounded per person, so that the people's figures, as they are read, add up to their shop's.
    private static BigDecimal hours(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos()).divide(NANOS_OF_AN_HOUR, 2, RoundingMode.HALF_UP);
    }

    public Hours plus(Hours other) {
        return new Hours(online.add(other.online), hidden.add(other.hidden));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
