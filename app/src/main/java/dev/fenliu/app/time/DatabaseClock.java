package dev.fenliu.app.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows the same time on every instance: asked for once in a while, counted on in between, in microseconds because that
 * is what the database keeps. Never goes back.
 */
final class DatabaseClock extends Clock {
    private final Supplier<Instant> source;
    private final LongSupplier nanoTime;
    private final AtomicReference<Instant> shown = new AtomicReference<>(Instant.MIN);
    private volatile Reading reading;

    DatabaseClock(Supplier<Instant> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
        this.reading = read();
    }

    /** One at a time, so that the reading that stays is the one that was taken last. */
    synchronized void refresh() {
        reading = read();
    }

    @Override
    public Instant instant() {
        var now = reading.at(nanoTime.getAsLong()).truncatedTo(ChronoUnit.MICROS);
        return shown.accumulateAndGet(now, (before, then) -> then.isAfter(before) ? then : before);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    private Reading read() {
        var before = nanoTime.getAsLong();
        var instant = source.get();
        var after = nanoTime.getAsLong();
        // The database looked at its clock somewhere between question and answer.
        return new Reading(instant, before + (after - before) / 2);
    }

    private record Reading(Instant instant, long nanos) {
        Instant at(long now) {
            return instant.plusNanos(now - nanos);
        }
    }

    private static final class Zoned extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        Zoned(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
