package dev.fenliu.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.domain.Region;
import dev.fenliu.analytics.application.Statistics;
import dev.fenliu.analytics.application.Statistics.DayPoint;
import dev.fenliu.analytics.application.Statistics.Row;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Waits;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatisticsViewTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 19);
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
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

    @Test
    void aPeriodGoesOnUntilItsLastDayIsOver() {
        assertThat(view(told(DAY.atTime(23, 59).atZone(TAIPEI), List.of())).goesOn())
                .isTrue();
        assertThat(view(told(DAY.plusDays(1).atStartOfDay(TAIPEI), List.of())).goesOn())
                .isFalse();
    }

    @Test
    void theClockOfArrivalsIsNamedWhereAShopHasAnother() {
        var now = DAY.atStartOfDay(TAIPEI);

        assertThat(view(told(now, List.of(shop("TW"), shop("TW")))).clock()).isNull();
        assertThat(view(told(now, List.of(shop("TW"), shop("CL")))).clock()).isEqualTo("台北時間");
    }

    @Test
    void aDaysFigureLeadsToThatDayAlone() {
        var view = view(null, null);
        var sums = new Sums(Tally.closings(2, 0, 1), null);

        assertThat(view.details(Metric.BY_HAND, new DayPoint(DAY, sums)))
                .isEqualTo("/platform/performance/details?by=agents&from=2026-03-19&to=2026-03-19&kind=by-hand");
        assertThat(view.details(Metric.OPENED, new DayPoint(DAY, sums)))
                .as("nothing began")
                .isNull();
    }

    @Test
    void aPersonsRowLeadsToTheirLastDay() {
        assertThat(view(null, null).behind(QUICK)).isEqualTo("/platform/performance/agents/2?date=2026-03-19");
        assertThat(view(null, null).behind(NOBODY)).isNull();
    }

    private static Shop shop(String region) {
        return new Shop(
                new ShopId(1),
                new EnterpriseId(1),
                region,
                region,
                true,
                Region.coded(region).orElseThrow().zone());
    }

    private static StatisticsView view(@Nullable String sort, @Nullable String direction) {
        return StatisticsView.of(
                told(DAY.atStartOfDay(TAIPEI), List.of()),
                StatisticsAddress.of("agents", null, null, null, sort, direction),
                Locale.TAIWAN);
    }

    private static StatisticsView view(Statistics told) {
        return StatisticsView.of(told, StatisticsAddress.of("agents", null, null, null, null, null), Locale.TAIWAN);
    }

    private static Statistics told(ZonedDateTime now, List<Shop> shops) {
        return new Statistics(
                By.AGENTS,
                new Period(DAY, DAY),
                now,
                false,
                null,
                shops,
                List.of(SILENT, NOBODY, QUICK, SLOW),
                NOTHING,
                NOTHING,
                List.of(),
                List.of());
    }

    private static Row row(String id, Waits waits) {
        return new Row(id, id.isEmpty() ? null : id, null, new Sums(Tally.replies(waits, waits), null), NOTHING);
    }
}
