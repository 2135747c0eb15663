package dev.fenliu.analytics.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds tallies up, however many there are, and puts their waits in order only once. */
public final class Summing {
    private static final int SO_MANY = 512;

    private final List<Tally> parts = new ArrayList<>();
    private @Nullable Hours hours;

    public void add(Tally tally) {
        parts.add(tally);
        if (parts.size() == SO_MANY) {
            var sum = Tally.sum(parts);
            parts.clear();
            parts.add(sum);
        }
    }

    public void add(Hours more) {
        hours = hours == null ? more : hours.plus(more);
    }

    public Sums sum() {
        return new Sums(Tally.sum(parts), hours);
    }
}
