package dev.fenliu.webchat.application;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of something that was read one item further than the page is long, to know whether more follows. */
record Page<T>(List<T> items, boolean more) {
    /** The beginning of what was read. */
    static <T> Page<T> of(List<T> read, int length) {
        return new Page<>(read.subList(0, Math.min(length, read.size())), read.size() > length);
    }

    /** The end of what was read. */
    static <T> Page<T> ofLast(List<T> read, int length) {
        return new Page<>(read.subList(Math.max(0, read.size() - length), read.size()), read.size() > length);
    }

    /** Where the next page begins: after the last item of this one. */
    <P> @Nullable P next(Function<T, P> place) {
        return more ? place.apply(items.getLast()) : null;
    }

    /** Where the page before this one ends: before its first item. */
    <P> @Nullable P previous(Function<T, P> place) {
        return more ? place.apply(items.getFirst()) : null;
    }
}
