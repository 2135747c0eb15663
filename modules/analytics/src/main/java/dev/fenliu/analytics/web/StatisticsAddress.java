package dev.fenliu.analytics.web;

import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which statistics are looked at, all of it in the page's address. Dates are as given: reading them may refuse them. */
record StatisticsAddress(
        By by,
        @Nullable String shop,
        @Nullable String from,
        @Nullable String to,
        Metric sort,
        boolean descending) {
    private static final String PAGE = "/platform/performance/statistics";

    // A breakdown without the figure is in its usual order.
    StatisticsAddress {
        if (!Metric.of(by).contains(sort)) {
            sort = Metric.OPENED;
            descending = sort.startsDescending();
        }
    }

    static StatisticsAddress of(
            @Nullable String by,
            @Nullable String shop,
            @Nullable String from,
            @Nullable String to,
            @Nullable String sort,
            @Nullable String direction) {
        var metric = Metric.named(sort);
        return new StatisticsAddress(
                By.named(by),
                Given.text(shop),
                Given.text(from),
                Given.text(to),
                metric,
                direction == null ? metric.startsDescending() : !"asc".equals(direction));
    }

    public StatisticsAddress by(By other) {
        return new StatisticsAddress(other, shop, from, to, sort, descending);
    }

    StatisticsAddress ofUsualDays() {
        return new StatisticsAddress(by, shop, null, null, sort, descending);
    }

    /** The same of one day. */
    public StatisticsAddress onDay(LocalDate day) {
        return new StatisticsAddress(by, shop, day.toString(), day.toString(), sort, descending);
    }

    /** The people of that shop in the same time. */
    StatisticsAddress within(String onlyShop) {
        return new StatisticsAddress(By.AGENTS, onlyShop, from, to, sort, descending);
    }

    public StatisticsAddress sortedBy(Metric other) {
        return new StatisticsAddress(by, shop, from, to, other, other == sort ? !descending : other.startsDescending());
    }

    public StatisticsAddress lastDays(int days, LocalDate today) {
        var period = Period.lastDays(days, today);
        return new StatisticsAddress(
                by, shop, period.from().toString(), period.to().toString(), sort, descending);
    }

    public String path() {
        return path(PAGE);
    }

    /** Where the same can be taken along, day by day. */
    public String file() {
        return path(PAGE + ".csv");
    }

    private String path(String begin) {
        var usual = sort == Metric.OPENED && descending;
        return Link.to(begin)
                .with("by", by.code())
                .with("shop", shop)
                .with("from", from)
                .with("to", to)
                .with("sort", usual ? null : sort.code())
                .with("dir", usual ? null : descending ? "desc" : "asc")
                .toString();
    }
}
