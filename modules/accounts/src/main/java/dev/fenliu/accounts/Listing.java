package dev.fenliu.accounts;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the following page; null on the last one
 */
public record Listing<T>(List<T> items, @Nullable String next) {
    /** The page after the item whose id is the cursor; refused when none has it. */
    public static <T> Listing<T> of(List<T> all, Function<T, String> id, @Nullable String cursor, int limit) {
        var start = cursor == null ? 0 : 1 + positionOf(cursor, all, id);
        return first(all.subList(start, all.size()), id, limit);
    }

    /** The first page of what is left; one item more than the limit tells that there is another. */
    public static <T> Listing<T> first(List<T> left, Function<T, String> id, int limit) {
        if (left.size() <= limit) return new Listing<>(List.copyOf(left), null);
        return new Listing<>(List.copyOf(left.subList(0, limit)), id.apply(left.get(limit - 1)));
    }

    private static <T> int positionOf(String cursor, List<T> all, Function<T, String> id) {
        return IntStream.range(0, all.size())
                .filter(it -> id.apply(all.get(it)).equals(cursor))
                .findFirst()
                .orElseThrow(CursorUnknown::new);
    }
}
