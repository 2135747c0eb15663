package dev.fenliu.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.analytics.application.Statistics;
import dev.fenliu.analytics.application.Statistics.Row;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Waits;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatisticsViewTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 19);
    private static final Sums NOTHING = new Sums(Tally.NONE, null);
    private static final Row SILENT = row("1", Waits.NONE);
    private static final Row QUICK = row("2", Waits.of(5));
    private static final Row SLOW = row("3", Waits.of(50));
    private static final Row NOBODY = row("", Waits.NONE);

    @Test
    void whoeverHasNoFigureComesLastEitherWayRound() {
        assertThat(view("first", "asc").rows()).containsExactly(QUICK, SLOW, SILENT, NOBODY);
        assertThat(view("first", "desc").rows()).containsExactly(SLOW, QUICK, SILENT, NOBODY);
    }

    @Test
    void timesAreLookedAtFromTheShortestFirst() {
        assertThat(view("first", null).address().descending()).isFalse();
        assertThat(view(null, null).address().sortedBy(Metric.RESPONSE_P90).descending())
                .isFalse();
        assertThat(view(null, null).address().sortedBy(Metric.RATE).descending())
                .isTrue();
    }

    @Test
    void aBreakdownWithoutTheFigureIsInItsUsualOrder() {
        assertThat(view("online", "asc").address().by(By.SOURCES).path())
                .doesNotContain("sort")
                .doesNotContain("dir");
        assertThat(view("online", "asc").address().by(By.SHOPS).sort()).isEqualTo(Metric.ONLINE);
    }

    @Test
    void whatNobodyHasHadTakesNobodysPlace() {
        var view = view("opened", "desc");

        assertThat(view.rows()).containsExactly(SILENT, NOBODY, QUICK, SLOW);
        assertThat(IntStream.range(0, 4).mapToObj(view::place)).containsExactly(1, null, 2, 3);
    }

    private static StatisticsView view(@Nullable String sort, @Nullable String direction) {
        var told = new Statistics(
                By.AGENTS,
                new Period(DAY, DAY),
                DAY.atStartOfDay(ZoneOffset.UTC),
                false,
                null,
                List.of(),
                List.of(SILENT, NOBODY, QUICK, SLOW),
                NOTHING,
                NOTHING,
                List.of(),
                List.of());
        return StatisticsView.of(
                told, StatisticsAddress.of("agents", null, null, null, sort, direction), Locale.TAIWAN);
    }

    private static Row row(String id, Waits waits) {
        return new Row(id, id.isEmpty() ? null : id, null, new Sums(Tally.replies(waits, waits), null), NOTHING);
    }
}
