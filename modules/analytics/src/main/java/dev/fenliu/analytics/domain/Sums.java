package dev.fenliu.analytics.domain;

import org.jspecify.annotations.Nullable;

/**
 * What some days add up to.
 *
 * @param hours null for what has none, such as a source
 */
public record Sums(Tally tally, @Nullable Hours hours) {
    public boolean tellSomething() {
        return tally.tellsSomething() || (hours != null && !hours.equals(Hours.NONE));
    }
}
