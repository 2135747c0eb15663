package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.analytics.application.ReadStatistics;
import dev.fenliu.analytics.application.Statistics;
import dev.fenliu.analytics.domain.By;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Statistics to take along: a line for each day and each shop, person, group or source, written day by day. */
@RestController
class StatisticsFiles {
    private final ReadStatistics statistics;
    private final FigureFiles files;
    private final Clock clock;

    StatisticsFiles(ReadStatistics statistics, FigureFiles files, Clock clock) {
        this.statistics = statistics;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/platform/performance/statistics.csv")
    ResponseEntity<StreamingResponseBody> fileOfPage(
            Actor actor,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Locale locale) {
        return file(actor, By.named(by), shop, from, to, locale);
    }

    @GetMapping("/api/v1/performance/statistics.csv")
    ResponseEntity<StreamingResponseBody> file(
            Actor actor,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Locale locale) {
        return file(actor, By.asked(by), shop, from, to, locale);
    }

    private ResponseEntity<StreamingResponseBody> file(
            Actor actor, By wish, @Nullable String shop, @Nullable String from, @Nullable String to, Locale locale) {
        var told = statistics.by(actor, wish, shop);
        // Refused before the first byte, if it is to be refused.
        var period = statistics.period(actor, shop, from, to, clock.instant());
        return files.named("performance-%s-%s.csv".formatted(period.from(), period.to()))
                // Of how many days there will be lines: what the progress is told from.
                .header("Fenliu-Days", Integer.toString(period.length()))
                .body(files.of(file -> {
                    file.line(head(told, locale));
                    period.days().forEach(date -> {
                        var day = date.toString();
                        statistics
                                .look(actor, told, shop, day, day, clock.instant())
                                .rows()
                                .forEach(row -> file.line(line(told, day, row, locale)));
                    });
                }));
    }

    private List<String> head(By by, Locale locale) {
        var cells = new ArrayList<String>();
        cells.add(files.word("statistics.date", locale));
        cells.add(files.word("statistics.by." + by.code(), locale));
        if (by == By.GROUPS) {
            cells.add(files.word("statistics.place", locale));
        }
        Metric.of(by).forEach(metric -> cells.add(files.head(metric, locale)));
        return cells;
    }

    private List<String> line(By by, String day, Statistics.Row row, Locale locale) {
        var cells = new ArrayList<String>();
        cells.add(day);
        cells.add(name(by, row, locale));
        if (by == By.GROUPS) {
            cells.add(row.place() == null ? "" : row.place());
        }
        Metric.of(by).forEach(metric -> cells.add(metric.plainly(row.sums())));
        return cells;
    }

    private String name(By by, Statistics.Row row, Locale locale) {
        if (row.name() != null) {
            return row.name();
        }
        return files.word(
                by == By.SOURCES ? "statistics.source." + row.id() : "statistics.nobody." + by.code(), locale);
    }
}
