package dev.fenliu.routing.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is going to happen, in its order. */
final class Agenda {
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::at).thenComparing(Entry::rank).thenComparingLong(Entry::number);

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
    private long number;

    /** What comes first of what happens at one moment: whatever makes room before whatever needs it. */
    enum Rank {
        READING,
        PRESENCE,
        HOLD_OVER,
        ARRIVAL
    }

    private record Entry(Instant at, Rank rank, long number, Consumer<Instant> deed) {}

    void add(Instant at, Rank rank, Consumer<Instant> deed) {
        entries.add(new Entry(at, rank, number++, deed));
    }

    /** All that happens before then, with what it brings about. */
    void runUntil(Instant end) {
        for (var next = entries.poll(); next != null && next.at.isBefore(end); next = entries.poll()) {
            next.deed.accept(next.at);
        }
    }
}
