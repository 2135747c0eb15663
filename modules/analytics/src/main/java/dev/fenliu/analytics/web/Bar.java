package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Presence;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A day's presence as a drawing, {@link #WIDTH} wide from midnight to midnight. */
record Bar(List<Segment> segments) {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 10;

    /** All parts in that presence as one outline, {@link #HEIGHT} high, in the words of SVG paths. */
    public String outline(Presence presence) {
        return segments.stream()
                .filter(part -> part.state() == presence)
                .map(part -> "M" + part.x() + " 0h" + part.width() + "v" + HEIGHT + "h-" + part.width() + "z")
                .collect(Collectors.joining());
    }

    /** One part of it. */
    record Segment(Presence state, long x, long width) {}

    static Bar of(Timeline timeline) {
        return new Bar(timeline.parts().stream()
                .map(part -> {
                    var x = along(timeline.day(), part.from());
                    return new Segment(part.presence(), x, Math.max(1, along(timeline.day(), part.until()) - x));
                })
                .toList());
    }

    private static long along(Day day, Instant moment) {
        var length = Duration.between(day.begins(), day.ends()).toMillis();
        return Duration.between(day.begins(), moment).toMillis() * WIDTH / length;
    }
}
