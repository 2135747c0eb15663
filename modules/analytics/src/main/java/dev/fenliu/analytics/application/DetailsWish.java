package dev.fenliu.analytics.application;

import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Excerpt.Order;
import org.jspecify.annotations.Nullable;

/**
 * Which figure of the statistics is to be followed.
 *
 * @param row what its row is about, as {@link Statistics.Row#id} says it; {@link #NOBODY} for the row without an id, null
 *     for what all rows add up to
 * @param shop id or name of the only shop counted; null for all that the asker may see
 * @param from the first day, such as {@code 2026-03-19}; null for a week
 * @param to the last day; null for today
 */
public record DetailsWish(
        By by,
        @Nullable String row,
        @Nullable String shop,
        @Nullable String from,
        @Nullable String to,
        Behind behind,
        Order order) {
    public static final String NOBODY = "none";

    // An order by what these facts do not have is none.
    public DetailsWish {
        if (!order.fits(behind.kind())) {
            order = Order.NEWEST;
        }
    }

    /** The same of one day. */
    public DetailsWish on(String day) {
        return new DetailsWish(by, row, shop, day, day, behind, order);
    }
}
