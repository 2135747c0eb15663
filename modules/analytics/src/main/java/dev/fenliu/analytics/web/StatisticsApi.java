package dev.fenliu.analytics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fenliu.accounts.Actor;
import dev.fenliu.analytics.application.ReadStatistics;
import dev.fenliu.analytics.application.Statistics;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Sums;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The statistics of any days up to a year, beside as many before them. */
@RestController
@RequestMapping("/api/v1/performance/statistics")
class StatisticsApi {
    private final ReadStatistics statistics;
    private final Clock clock;

    StatisticsApi(ReadStatistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    /** Counts and hours together. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Totals(
            @Nullable BigDecimal onlineHours,
            @Nullable BigDecimal hiddenHours,
            @JsonUnwrapped Counts counts) {
        static Totals of(Sums sums) {
            var hours = sums.hours();
            return new Totals(
                    hours == null ? null : hours.online(),
                    hours == null ? null : hours.hidden(),
                    Counts.of(sums.tally()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            @Nullable String name,
            @Nullable String shop,
            @JsonUnwrapped Totals totals,
            Totals before) {
        static Item of(Statistics.Row row) {
            return new Item(row.id(), row.name(), row.place(), Totals.of(row.sums()), Totals.of(row.before()));
        }
    }

    record Answer(By by, LocalDate from, LocalDate to, Totals total, Totals before, List<Item> items) {}

    @GetMapping
    Answer statistics(
            Actor actor,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var told = statistics.look(actor, By.asked(by), shop, from, to, clock.instant());
        return new Answer(
                told.by(),
                told.period().from(),
                told.period().to(),
                Totals.of(told.total()),
                Totals.of(told.totalBefore()),
                told.rows().stream().map(Item::of).toList());
    }
}
