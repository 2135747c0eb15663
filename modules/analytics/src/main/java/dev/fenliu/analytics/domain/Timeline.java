package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.Desks.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * When somebody was online and hidden on a day: the parts of their hours, in their order, none over another.
 *
 * @param parts what {@link Hours} are the sum of
 */
public record Timeline(Day day, List<Part> parts) {
    /** One uninterrupted time in one presence, within the day. */
    public record Part(Presence presence, Instant from, Instant until) {
        public Duration length() {
            return Duration.between(from, until);
        }
    }

    /** Of one person's stretches, the part within the day. No moment counts twice, so the day is never exceeded. */
    public static Timeline of(Day day, Collection<Stretch> stretches) {
        var parts = new ArrayList<Part>();
        var counted = day.begins();
        for (var stretch :
                stretches.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
            var from = later(stretch.from(), counted);
            var until = earlier(stretch.until(), day.ends());
            if (!from.isBefore(until)) {
                continue;
            }
            counted = until;
            if (stretch.presence() != Presence.OFFLINE) {
                parts.add(new Part(stretch.presence(), from, until));
            }
        }
        return new Timeline(day, List.copyOf(parts));
    }

    /** How long they were in that presence. */
    public Duration in(Presence presence) {
        return parts.stream()
                .filter(part -> part.presence() == presence)
                .map(Part::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
