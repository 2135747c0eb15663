package dev.fenliu.analytics.domain;

import static java.util.stream.Collectors.groupingBy;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.Desks.Stretch;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that is known of one day: what roll-ups keep, and what is made anew for days that have none yet. */
public record DayFigures(List<Counted> counted, List<DayHours> hours, List<DayArrivals> arrivals) {
    /** Puts a day together, of these shops. */
    public static DayFigures of(
            Day day,
            Collection<ShopId> shops,
            List<Counted> counted,
            List<Stretch> stretches,
            List<DayArrivals> arrivals) {
        return new DayFigures(
                counted.stream().filter(it -> shops.contains(it.shop())).toList(),
                stretches.stream().collect(groupingBy(Stretch::member)).entrySet().stream()
                        .map(it -> hours(day, it))
                        .filter(it -> !it.hours().equals(Hours.NONE))
                        .toList(),
                arrivals.stream().filter(it -> shops.contains(it.shop())).toList());
    }

    /** In which shops each of them had something to account for, day by day. */
    public Map<DayHours.When, Set<ShopId>> busy() {
        var busy = new HashMap<DayHours.When, Set<ShopId>>();
        for (var it : counted) {
            if (it.member() != null) {
                busy.computeIfAbsent(new DayHours.When(it.date(), it.member()), when -> new HashSet<>())
                        .add(it.shop());
            }
        }
        return busy;
    }

    private static DayHours hours(Day day, Map.Entry<MemberId, List<Stretch>> worked) {
        return new DayHours(day.date(), worked.getKey(), Hours.within(day, worked.getValue()));
    }
}
