package dev.fenliu.analytics.web;

import java.time.Duration;
import java.time.Instant;

/** A wait in one unit that people grasp at a glance; the key names its words. */
record Waited(String key, long count) {
    static Waited between(Instant since, Instant now) {
        var time = Duration.between(since, now);
        if (time.toMinutes() < 1) {
            return new Waited("performance.wait.seconds", Math.max(0, time.toSeconds()));
        }
        if (time.toHours() < 1) {
            return new Waited("performance.wait.minutes", time.toMinutes());
        }
        return time.toDays() < 2
                ? new Waited("performance.wait.hours", time.toHours())
                : new Waited("performance.wait.days", time.toDays());
    }
}
