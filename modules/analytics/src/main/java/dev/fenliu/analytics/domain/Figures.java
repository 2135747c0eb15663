package dev.fenliu.analytics.domain;

import java.util.Collection;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one row.
 *
 * @param tally what was counted that day
 * @param open open and read now (對話開啟); null for a day that is not today
 * @param unread open and unread now (未讀對話), holds included; null for a day that is not today
 * @param hours null for somebody whose time does not count here, having no chat permission
 */
public record Figures(
        Tally tally,
        @Nullable Integer open,
        @Nullable Integer unread,
        @Nullable Hours hours) {
    /** What these rows add up to; a figure that no row has is null. */
    public static Figures sum(Collection<Figures> rows) {
        return new Figures(
                Tally.sum(rows.stream().map(Figures::tally).toList()),
                sum(rows, Figures::open, Integer::sum),
                sum(rows, Figures::unread, Integer::sum),
                sum(rows, Figures::hours, Hours::plus));
    }

    private static <T> @Nullable T sum(
            Collection<Figures> rows, Function<Figures, @Nullable T> figure, BinaryOperator<T> plus) {
        return rows.stream().map(figure).filter(Objects::nonNull).reduce(plus).orElse(null);
    }

    boolean tellSomething() {
        return tally.tellsSomething() || (open != null && open > 0) || (unread != null && unread > 0);
    }
}
