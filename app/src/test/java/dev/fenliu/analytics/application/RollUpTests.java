package dev.fenliu.analytics.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Counted;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Waits;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.chatgroups.ChatSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures of random days, before and after they are put together, beside the same counted plainly. */
@FenliuTest
class RollUpTests {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    private final FreshEnterprises enterprises;
    private final ManageShops shops;
    private final ReadStatistics statistics;
    private final RollUp rollUp;
    private final Facts facts;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Fresh fresh;
    private ShopId abroad;
    private List<MemberId> agents;

    @Autowired
    RollUpTests(
            FreshEnterprises enterprises,
            ManageShops shops,
            ReadStatistics statistics,
            RollUp rollUp,
            Facts facts,
            JdbcClient jdbc,
            Ids ids,
            TransactionTemplate transaction,
            Clock clock) {
        this.enterprises = enterprises;
        this.shops = shops;
        this.statistics = statistics;
        this.rollUp = rollUp;
        this.facts = facts;
        this.jdbc = jdbc;
        this.ids = ids;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void openShopsOnBothSidesOfTheWorld() {
        fresh = enterprises.open();
        abroad = shops.create(fresh.actor(), "Tienda", "CL", true, clock.instant())
                .id();
        agents = Stream.of("amy", "ben", "cara")
                .map(login -> enterprises.agent(fresh, login))
                .toList();
    }

    /** In Chile the clocks go back at the midnight after 4 April 2026, and forward at the one after 5 September. */
    @ParameterizedTest
    @CsvSource({
        "1, 2026-04-03T00:00:00Z",
        "2, 2026-04-03T00:00:00Z",
        "3, 2026-09-04T00:00:00Z",
        "4, 2026-09-04T00:00:00Z"
    })
    void everyFigureIsWhatCountingOneByOneGives(long seed, Instant begin) {
        var days = happen(seed, begin);
        var now = begin.plus(Duration.ofDays(6));
        var period = Period.lastDays(5, LocalDate.ofInstant(begin, TAIPEI).plusDays(4));

        assertThat(told(period, now)).isEqualTo(plainly(days, period));

        rollAll(now);

        assertThat(rolledDays()).isPositive();
        assertThat(told(period, now)).isEqualTo(plainly(days, period));
        period.days().forEach(date -> {
            var day = new Period(date, date);
            assertThat(told(day, now)).as("%s", date).isEqualTo(plainly(days, day));
        });
    }

    @Test
    void theDashboardShowsOfADayWhatItsSourcesAddUpTo() {
        happen(7, Instant.parse("2026-06-01T00:00:00Z"));
        var day = new Day(LocalDate.parse("2026-06-03"), TAIPEI);

        var shown = facts.shown(fresh.enterprise(), day);

        var every = facts.on(fresh.enterprise(), day);
        assertThat(withoutLaterWaits(shown))
                .isEqualTo(withoutLaterWaits(every))
                .hasValueSatisfying(new Condition<>(it -> it.first().count() > 0, "somebody who answered"));
        assertThat(shown).hasSizeLessThan(every.size()).allMatch(it -> it.source() == null);
    }

    private static Map<String, Tally> withoutLaterWaits(List<Counted> counted) {
        return counted.stream()
                .collect(groupingBy(
                        it -> it.shop() + " " + it.member(),
                        reducing(Tally.NONE, it -> withoutLaterWaits(it.tally()), Tally::plus)));
    }

    private static Tally withoutLaterWaits(Tally all) {
        return new Tally(
                all.closedByHand(),
                all.closedBySystem(),
                all.unanswered(),
                all.opened(),
                all.cameBack(),
                all.inTime(),
                all.forwardedOut(),
                all.forwardedIn(),
                all.ratings(),
                all.stars(),
                all.first(),
                Waits.NONE);
    }

    @Test
    void whatWasSpoiltIsPutTogetherAnewFromTheFacts() {
        var begin = Instant.parse("2026-04-03T00:00:00Z");
        var now = begin.plus(Duration.ofDays(6));
        var period = Period.lastDays(5, LocalDate.ofInstant(begin, TAIPEI).plusDays(4));
        happen(5, begin);
        rollAll(now);
        var before = told(period, now);
        transaction.executeWithoutResult(
                status -> jdbc.sql("update analytics_day set opened = opened + 7, waits = '' where enterprise_id = ?")
                        .param(fresh.enterprise().value())
                        .update());
        assertThat(told(period, now)).isNotEqualTo(before);

        rollUp.beginAnew(fresh.enterprise());
        var progress = rollUp.progress(fresh.enterprise(), now);
        assertThat(progress.done()).isZero();
        assertThat(progress.all()).isPositive();
        assertThat(told(period, now)).as("from the facts meanwhile").isEqualTo(before);
        rollAll(now);

        assertThat(told(period, now)).isEqualTo(before);
        assertThat(rollUp.progress(fresh.enterprise(), now).complete()).isTrue();
    }

    @Test
    void severalInstancesPutEachDayTogetherOnce() throws Exception {
        var begin = Instant.parse("2026-09-04T00:00:00Z");
        var now = begin.plus(Duration.ofDays(6));
        var period = Period.lastDays(5, LocalDate.ofInstant(begin, TAIPEI).plusDays(4));
        var days = happen(6, begin);

        var together = new CountDownLatch(3);
        try (var instances = Executors.newFixedThreadPool(3)) {
            var all = Stream.generate(() -> instances.submit(() -> {
                        together.countDown();
                        together.await();
                        rollAll(now);
                        return true;
                    }))
                    .limit(3)
                    .toList();
            for (var instance : all) {
                assertThat(instance.get()).isTrue();
            }
        }
        rollAll(now);

        assertThat(told(period, now)).isEqualTo(plainly(days, period));
    }

    private RandomDays happen(long seed, Instant begin) {
        var days = new RandomDays(seed, fresh, List.of(fresh.shop(), abroad), agents, begin, Duration.ofDays(4));
        transaction.executeWithoutResult(status -> days.happen(60, facts, jdbc, ids));
        return days;
    }

    private void rollAll(Instant now) {
        for (var zone : rollUp.zones(fresh.enterprise())) {
            while (rollUp.next(fresh.enterprise(), zone, now)) {
                // The next day.
            }
        }
    }

    private int rolledDays() {
        return transaction.execute(
                status -> jdbc.sql("select count(distinct zone, day) from analytics_day where enterprise_id = ?")
                        .param(fresh.enterprise().value())
                        .query(Integer.class)
                        .single());
    }

    private Map<String, Sums> told(Period period, Instant now) {
        return Stream.of(By.SHOPS, By.AGENTS, By.SOURCES)
                .flatMap(by ->
                        statistics
                                .look(
                                        fresh.actor(),
                                        by,
                                        null,
                                        period.from().toString(),
                                        period.to().toString(),
                                        now)
                                .rows()
                                .stream()
                                .filter(row -> !row.id().equals(fresh.main().toString()))
                                .map(row -> Map.entry(by + row.id(), row.sums())))
                .filter(it ->
                        it.getValue().tally().tellsSomething() || it.getValue().hours() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Sums> plainly(RandomDays days, Period period) {
        var ofShops = Stream.of(fresh.shop(), abroad)
                .map(shop -> Map.entry(
                        By.SHOPS + shop.toString(),
                        days.plainly(
                                period,
                                shop.equals(abroad) ? SANTIAGO : TAIPEI,
                                chat -> chat.shop().equals(shop),
                                member -> true,
                                true)));
        var ofAgents = agents.stream()
                .map(agent -> Map.entry(
                        By.AGENTS + agent.toString(), days.plainly(period, TAIPEI, chat -> true, agent::equals, true)));
        var ofNobody = Stream.of(Map.entry(
                By.AGENTS.toString(),
                days.plainly(period, TAIPEI, chat -> chat.owner() == null, member -> member == null, false)));
        var ofSources = Stream.of(ChatSource.values())
                .map(source -> Map.entry(
                        By.SOURCES + source.name(),
                        days.plainly(period, TAIPEI, chat -> chat.source() == source, member -> true, false)));
        return Stream.of(ofShops, ofAgents, ofNobody, ofSources)
                .flatMap(it -> it)
                .filter(it ->
                        it.getValue().tally().tellsSomething() || it.getValue().hours() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
