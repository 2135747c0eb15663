package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Shop;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Sums;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one asker may see of the statistics (統計數據) of a period, beside the period before.
 *
 * @param asOf now, by the clock that the period, the hours and the arrivals are counted by
 * @param shop the only shop counted; null for all that the asker may see
 * @param total what the rows add up to; of hours, what the people's add up to, each counted once
 * @param days one for each day of the period, in their order
 * @param arrivals how many conversations began, by weekday (Monday first) and hour, in all shops by the same clock
 */
public record Statistics(
        By by,
        Period period,
        ZonedDateTime asOf,
        boolean onlyOwn,
        @Nullable Shop shop,
        List<Shop> choosable,
        List<Row> rows,
        Sums total,
        Sums totalBefore,
        List<DayPoint> days,
        List<List<Integer>> arrivals) {
    /**
     * One shop, person, group or source.
     *
     * @param id of what it is about, such as a member; a source's code
     * @param name null for a source, whose name is a word, and for those in no group
     * @param place the shop of a group; null for others
     */
    public record Row(
            String id, @Nullable String name, @Nullable String place, Sums sums, Sums before) {}

    /** One day of it. */
    public record DayPoint(LocalDate date, Sums sums) {}
}
