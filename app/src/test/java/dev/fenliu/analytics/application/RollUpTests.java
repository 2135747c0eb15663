package dev.fenliu.analytics.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.accounts.domain.Region;
import dev.fenliu.accounts.domain.ShopWish;
import dev.fenliu.analytics.application.RandomDays.Chat;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Counted;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Waits;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.jspecify.annotations.Nullable;
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
    private final ManageMembers members;
    private final ManageChatGroups groups;
    private final RebuildFigures rebuilding;
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
    private final Map<ShopId, ZoneId> clocks = new LinkedHashMap<>();
    private final Map<ShopId, GroupId> groupOf = new HashMap<>();
    private final Map<ShopId, Set<MemberId>> grouped = new HashMap<>();
    private final Map<MemberId, Set<ShopId>> lost = new HashMap<>();

    @Autowired
    RollUpTests(
            FreshEnterprises enterprises,
            ManageShops shops,
            ManageMembers members,
            ManageChatGroups groups,
            RebuildFigures rebuilding,
            ReadStatistics statistics,
            RollUp rollUp,
            Facts facts,
            JdbcClient jdbc,
            Ids ids,
            TransactionTemplate transaction,
            Clock clock) {
        this.enterprises = enterprises;
        this.shops = shops;
        this.members = members;
        this.groups = groups;
        this.rebuilding = rebuilding;
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
        clocks.put(fresh.shop(), TAIPEI);
        clocks.put(abroad, SANTIAGO);
        clocks.keySet().forEach(this::groupAmyAndBen);
    }

    private void groupAmyAndBen(ShopId shop) {
        var wish = new GroupWish(
                "g1",
                List.of(ChatSource.OTHER),
                agents.stream().limit(2).map(MemberId::toString).toList());
        groupOf.put(
                shop, groups.create(fresh.actor(), shop, wish, clock.instant()).id());
        grouped.put(shop, new HashSet<>(agents.subList(0, 2)));
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

        assertCounted(days, period, now);

        rollAll(now);

        assertThat(rolledDays()).isPositive();
        assertCounted(days, period, now);
        period.days().forEach(date -> assertCounted(days, new Period(date, date), now));
    }

    /** Amy may answer no more, and Ben only at home; it is the last day still. */
    @ParameterizedTest
    @CsvSource({"11, 2026-04-03T00:00:00Z", "12, 2026-09-04T00:00:00Z"})
    void todayTheHoursAreOfThoseWhoMayAnswer(long seed, Instant begin) {
        var days = happen(seed, begin);
        var now = begin.plus(Duration.ofDays(4)).plus(Duration.ofHours(12));
        var period = Period.lastDays(5, LocalDate.ofInstant(now, TAIPEI));
        mayOnly(agents.getFirst(), List.of());
        mayOnly(agents.get(1), List.of(fresh.shop()));

        assertCounted(days, period, now);
        assertThat(told(period, now)).isNotEqualTo(plainly(days, period, now.plus(Duration.ofDays(1))));

        rollAll(now);

        assertThat(rolledDays()).isPositive();
        assertCounted(days, period, now);
        period.days().forEach(date -> assertCounted(days, new Period(date, date), now));
        assertCounted(days, period, now.plus(Duration.ofDays(1)));
    }

    private void mayOnly(MemberId member, List<ShopId> where) {
        var roles = where.stream()
                .map(shop -> new GrantWish(shop.toString(), "聊聊客服"))
                .toList();
        members.change(fresh.actor(), member, MemberWish.roles(roles), clock.instant());
        lost.put(
                member,
                clocks.keySet().stream().filter(shop -> !where.contains(shop)).collect(toSet()));
        grouped.forEach((shop, all) -> {
            if (!where.contains(shop)) {
                all.remove(member);
            }
        });
    }

    @Test
    void aShopThatMovesHasItsDaysCountedAnewByItsNewClock() {
        var tokyo =
                shops.create(fresh.actor(), "店", "JP", true, clock.instant()).id();
        clocks.put(tokyo, Region.JP.zone());
        var begin = Instant.parse("2026-04-03T00:00:00Z");
        var days = happen(8, begin);
        var now = begin.plus(Duration.ofDays(6));
        var period = Period.lastDays(5, LocalDate.ofInstant(begin, TAIPEI).plusDays(4));
        rollAll(now);
        assertCounted(days, period, now);
        var before = told(period, now);

        shops.change(fresh.actor(), abroad, new ShopWish(null, "JP", null), clock.instant());
        clocks.put(abroad, Region.JP.zone());

        assertCounted(days, period, now);
        assertThat(told(period, now)).isNotEqualTo(before);
        await().until(() -> !rebuilding.goesOn(fresh.actor()));
        assertThat(rollUp.progress(fresh.enterprise(), now).complete()).isTrue();
        assertCounted(days, period, now);
        period.days().forEach(date -> assertCounted(days, new Period(date, date), now));
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

        assertCounted(days, period, now);
    }

    private void assertCounted(RandomDays days, Period period, Instant now) {
        assertThat(told(period, now)).as("%s at %s", period, now).isEqualTo(plainly(days, period, now));
        for (var by : By.values()) {
            assertThat(look(by, null, period, now).arrivals())
                    .as("when buyers came, by %s", by)
                    .isEqualTo(days.arrivals(period, TAIPEI, chat -> true));
        }
        assertThat(look(By.SHOPS, abroad, period, now).arrivals())
                .as("when buyers came there")
                .isEqualTo(days.arrivals(period, clock(abroad), in(abroad)));
    }

    private RandomDays happen(long seed, Instant begin) {
        var days = new RandomDays(seed, fresh, List.copyOf(clocks.keySet()), agents, begin, Duration.ofDays(4));
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

    /** The rows and the totals; what tells nothing has a row or none. */
    private Map<String, Sums> told(Period period, Instant now) {
        var all = new HashMap<String, Sums>();
        for (var by : By.values()) {
            var look = look(by, null, period, now);
            look.rows().forEach(row -> all.put(by + row.id(), row.sums()));
            all.put("total " + by, new Sums(Tally.NONE, look.total().hours()));
        }
        var there = look(By.AGENTS, abroad, period, now);
        there.rows().forEach(row -> all.put("there " + row.id(), row.sums()));
        all.put("total there", new Sums(Tally.NONE, there.total().hours()));
        all.values().removeIf(sums -> !sums.tellSomething());
        return all;
    }

    private Map<String, Sums> plainly(RandomDays days, Period period, Instant now) {
        var all = new HashMap<String, Sums>();
        var hours = days.hours(period, TAIPEI, (member, date) -> counts(member, date, now));
        clocks.forEach((shop, zone) -> all.put(
                By.SHOPS + shop.toString(),
                new Sums(
                        days.plainly(period, zone, in(shop), member -> true),
                        days.hours(period, zone, (member, date) -> counts(days, member, shop, date, now)))));
        for (var agent : agents) {
            all.put(
                    By.AGENTS + agent.toString(),
                    new Sums(
                            days.plainly(period, TAIPEI, chat -> true, agent::equals),
                            orNull(
                                    answersSomewhere(agent),
                                    days.hours(
                                            period,
                                            TAIPEI,
                                            (member, date) -> member.equals(agent) && counts(member, date, now)))));
            all.put(
                    "there " + agent,
                    new Sums(
                            days.plainly(period, clock(abroad), in(abroad), agent::equals),
                            orNull(
                                    mayAnswer(agent, abroad),
                                    days.hours(
                                            period,
                                            clock(abroad),
                                            (member, date) ->
                                                    member.equals(agent) && counts(days, member, abroad, date, now)))));
        }
        all.put(By.AGENTS.toString(), new Sums(days.plainly(period, TAIPEI, chat -> true, Objects::isNull), null));
        all.put("there ", new Sums(days.plainly(period, clock(abroad), in(abroad), Objects::isNull), null));
        for (var source : ChatSource.values()) {
            all.put(
                    By.SOURCES + source.name(),
                    new Sums(days.plainly(period, TAIPEI, chat -> chat.source() == source, member -> true), null));
        }
        grouped.forEach((shop, members) -> all.put(
                By.GROUPS + Objects.requireNonNull(groupOf.get(shop)).toString(),
                new Sums(
                        days.plainly(period, TAIPEI, in(shop), members::contains),
                        days.hours(period, TAIPEI, (member, date) -> members.contains(member)))));
        all.put(
                By.GROUPS.toString(),
                new Sums(
                        Tally.sum(clocks.keySet().stream()
                                .map(shop -> days.plainly(
                                        period,
                                        TAIPEI,
                                        in(shop),
                                        member -> !grouped(shop).contains(member)))
                                .toList()),
                        days.hours(
                                period,
                                TAIPEI,
                                (member, date) -> counts(member, date, now)
                                        && grouped.values().stream().noneMatch(it -> it.contains(member)))));
        List.of(By.SHOPS, By.AGENTS, By.GROUPS).forEach(by -> all.put("total " + by, new Sums(Tally.NONE, hours)));
        all.put(
                "total there",
                new Sums(
                        Tally.NONE,
                        days.hours(period, clock(abroad), (member, date) -> counts(days, member, abroad, date, now))));
        all.values().removeIf(sums -> !sums.tellSomething());
        return all;
    }

    /** Whoever may answer there now, and on days that are over whoever had something to do there. */
    private boolean counts(RandomDays days, MemberId member, ShopId shop, LocalDate date, Instant now) {
        var busy = days.plainly(new Period(date, date), clock(shop), in(shop), member::equals);
        return mayAnswer(member, shop) || (isOver(date, clock(shop), now) && busy.tellsSomething());
    }

    /** In all shops that there are, whatever anybody did on days that are over. */
    private boolean counts(MemberId member, LocalDate date, Instant now) {
        return isOver(date, TAIPEI, now) || answersSomewhere(member);
    }

    // Of somebody who may not answer any more, no hours are not 0.00.
    private static @Nullable Hours orNull(boolean answers, Hours hours) {
        return answers || !hours.equals(Hours.NONE) ? hours : null;
    }

    private boolean answersSomewhere(MemberId member) {
        return clocks.keySet().stream().anyMatch(shop -> mayAnswer(member, shop));
    }

    private boolean mayAnswer(MemberId member, ShopId shop) {
        return !lost.getOrDefault(member, Set.of()).contains(shop);
    }

    private static boolean isOver(LocalDate date, ZoneId zone, Instant now) {
        return date.isBefore(LocalDate.ofInstant(now, zone));
    }

    private static Predicate<Chat> in(ShopId shop) {
        return chat -> chat.shop().equals(shop);
    }

    private ZoneId clock(ShopId shop) {
        return Objects.requireNonNull(clocks.get(shop));
    }

    private Set<MemberId> grouped(ShopId shop) {
        return grouped.getOrDefault(shop, new HashSet<>());
    }

    private Statistics look(By by, @Nullable ShopId shop, Period period, Instant now) {
        return statistics.look(
                fresh.actor(),
                by,
                shop == null ? null : shop.toString(),
                period.from().toString(),
                period.to().toString(),
                now);
    }
}
