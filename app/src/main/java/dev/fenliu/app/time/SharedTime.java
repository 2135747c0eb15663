package dev.fenliu.app.time;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The time that all instances share, and how far the time machine has moved it ahead. */
interface SharedTime {
    /** What the clock shows now. */
    Instant now();

    void moveAhead(Duration by);

    /** Runs something while no other instance does. */
    <T> T aloneOnAllInstances(Supplier<T> work);
}
