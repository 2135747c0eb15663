package dev.fenliu.analytics.web;

import dev.fenliu.analytics.application.DetailsWish;
import dev.fenliu.analytics.application.Statistics;
import dev.fenliu.analytics.application.Statistics.DayPoint;
import dev.fenliu.analytics.application.Statistics.Row;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Tally;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statistics as the page shows them: ranked, with what the charts are drawn from. */
record StatisticsView(
        StatisticsAddress address,
        Statistics told,
        List<Metric> metrics,
        List<Row> rows,
        List<Metric> tiles,
        List<Integer> spans,
        Locale locale) {
    private static final int LEVELS = 5;
    private static final Sums NOTHING = new Sums(Tally.NONE, null);

    static StatisticsView of(Statistics told, StatisticsAddress address, Locale locale) {
        var sort = address.sort();
        return new StatisticsView(
                new StatisticsAddress(
                        told.by(),
                        address.shop(),
                        told.period().from().toString(),
                        told.period().to().toString(),
                        sort,
                        address.descending()),
                told,
                Metric.of(told.by()),
                told.rows().stream()
                        .sorted(Ranking.of(row -> sort.in(row.sums()), address.descending()))
                        .toList(),
                Stream.of(Metric.OPENED, Metric.BY_HAND, Metric.UNANSWERED, Metric.FIRST, Metric.RESPONSE, Metric.RATE)
                        .toList(),
                List.of(7, 30, 90, 365),
                locale);
    }

    public List<By> ways() {
        return told.onlyOwn() ? List.of(By.AGENTS) : List.of(By.values());
    }

    /** Which place the row has, from 1; null for what nobody has had, which is nobody's place. */
    public @Nullable Integer place(int index) {
        if (rows.get(index).id().isEmpty()) {
            return null;
        }
        return Math.toIntExact(rows.subList(0, index + 1).stream()
                .filter(row -> !row.id().isEmpty())
                .count());
    }

    /**
     * What stands behind the row: of a shop its people in the same time, of a person the last day in the same shop. Null
     * where nothing does.
     */
    public @Nullable String behind(Row row) {
        return switch (told.by()) {
            case SHOPS -> address.within(row.id()).path();
            case AGENTS -> row.id().isEmpty() ? null : person(row);
            case GROUPS, SOURCES -> null;
        };
    }

    private String person(Row row) {
        return Link.to("/platform/performance/agents/" + row.id())
                .with("date", told.period().to())
                .with("shop", told.shop() == null ? null : told.shop().id())
                .toString();
    }

    /** Where what stands behind a row's figure is listed; null where nothing is. */
    public @Nullable String details(Metric metric, Row row) {
        return details(metric, row.sums(), row.id().isEmpty() ? DetailsWish.NOBODY : row.id(), address);
    }

    /** The same of the figure that the rows add up to. */
    public @Nullable String details(Metric metric) {
        return details(metric, told.total(), null, address);
    }

    /** The same of what the rows add up to on one day. */
    public @Nullable String details(Metric metric, DayPoint day) {
        return details(metric, day.sums(), null, address.onDay(day.date()));
    }

    private @Nullable String details(Metric metric, Sums sums, @Nullable String row, StatisticsAddress of) {
        var behind = metric.behind();
        var wish = new DetailsWish(
                told.by(),
                row,
                of.shop(),
                of.from(),
                of.to(),
                Objects.requireNonNullElse(behind, Behind.OPENED),
                metric.order());
        var followed = new DetailsAddress(wish, 1);
        if (behind == null) {
            return metric.in(sums).stream().anyMatch(hours -> hours.signum() > 0) ? followed.time() : null;
        }
        return behind.figure(sums.tally()) > 0 ? followed.path() : null;
    }

    public Cell cell(Metric metric, Row row) {
        return Cell.of(metric, row.sums(), row.before());
    }

    public Cell total(Metric metric) {
        return Cell.of(metric, told.total(), told.totalBefore());
    }

    /** Whether the hours of the rows add up to others than the total's. */
    public boolean countsTimeOnce() {
        return told.total().hours() != null
                && !told.rows().stream()
                        .flatMap(row -> Stream.ofNullable(row.sums().hours()))
                        .reduce(Hours.NONE, Hours::plus)
                        .equals(told.total().hours());
    }

    public Cell day(Metric metric, DayPoint day) {
        return Cell.of(metric, day.sums(), NOTHING);
    }

    /** What each day's line of the table tells. */
    public List<Metric> daily() {
        return List.of(Metric.OPENED, Metric.BY_HAND, Metric.BY_SYSTEM, Metric.FIRST, Metric.RATE);
    }

    /** How long a row's bar is, of a thousand, beside the longest. */
    public long bar(Row row) {
        var most =
                rows.stream().map(this::sorted).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        return most.signum() <= 0
                ? 0
                : sorted(row)
                        .multiply(BigDecimal.valueOf(1_000))
                        .divideToIntegralValue(most)
                        .longValue();
    }

    private BigDecimal sorted(Row row) {
        return address.sort().in(row.sums()).orElse(BigDecimal.ZERO);
    }

    public String direction(Metric metric) {
        if (metric != address.sort()) {
            return "none";
        }
        return address.descending() ? "descending" : "ascending";
    }

    public boolean isLast(int days) {
        return goesOn() && told.period().length() == days;
    }

    /** Whether the last day is today, which is not over. */
    public boolean goesOn() {
        return told.period().to().equals(told.asOf().toLocalDate());
    }

    /** The clock that arrivals are counted by, if a shop has another; else null. */
    public @Nullable String clock() {
        var zone = told.asOf().getZone();
        return told.shop() == null
                        && told.choosable().stream()
                                .anyMatch(shop -> !shop.zone().equals(zone))
                ? zone.getDisplayName(TextStyle.FULL, locale)
                : null;
    }

    public String weekday(int day) {
        return DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT, locale);
    }

    /** How much came in that hour of that weekday, from 0 to 5 beside the fullest hour. */
    public int level(int day, int hour) {
        var count = told.arrivals().get(day).get(hour);
        var most = told.arrivals().stream()
                .flatMapToInt(hours -> hours.stream().mapToInt(Integer::intValue))
                .max()
                .orElse(0);
        return count == 0 ? 0 : Math.ceilDiv(count * LEVELS, most);
    }

    public List<Integer> hours() {
        return IntStream.range(0, 24).boxed().toList();
    }

    public boolean anyArrivals() {
        return told.arrivals().stream().anyMatch(hours -> hours.stream().anyMatch(count -> count > 0));
    }
}
