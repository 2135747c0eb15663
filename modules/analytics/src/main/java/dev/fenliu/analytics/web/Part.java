package dev.fenliu.analytics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param number which part, from 1
 * @param first the place of its first item, from 1
 * @param found how many items there are in all parts
 */
record Part<T>(int number, int first, List<T> items, int found) {
    /** The part with that number, or the last one if there are not so many. */
    static <T> Part<T> of(List<T> all, int wanted, int most) {
        var number = Math.clamp(wanted, 1, Math.max(1, Math.ceilDiv(all.size(), most)));
        var first = (number - 1) * most;
        return new Part<>(number, first + 1, all.subList(first, Math.min(first + most, all.size())), all.size());
    }

    /** The number that an address gives; 1 unless it gives any. */
    static int numbered(@Nullable String given) {
        return given != null && given.matches("[1-9]\\d{0,4}") ? Integer.parseInt(given) : 1;
    }

    /** The place of its last item, from 1. */
    public int last() {
        return first + items.size() - 1;
    }

    public boolean whole() {
        return found == items.size();
    }
}
