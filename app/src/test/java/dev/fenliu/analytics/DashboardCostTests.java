package dev.fenliu.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.analytics.application.ReadPerson;
import dev.fenliu.analytics.application.Viewer;
import dev.fenliu.analytics.application.WatchPerformance;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.app.SqlCounter.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What one look at the dashboard asks of the database. */
@FenliuTest
class DashboardCostTests {
    private static final Instant NOON = Instant.parse("2026-03-19T04:00:00Z"); // in Taipei

    @Autowired
    WatchPerformance performance;

    @Autowired
    ReadPerson people;

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    ManageMembers members;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Ids ids;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void manyShopsAndPeopleCostAsManyStatementsAsFew() {
        var small = enterprises.open();
        var large = enterprises.open();
        for (var count = 0; count < 5; count++) {
            enterprises.shop(large, "賣場" + count);
            enterprises.agent(large, "agent" + count);
        }

        // Whoever comes first after a change reads the enterprise anew.
        look(small);
        look(large);

        var few = look(small);
        var many = look(large);

        assertThat(many.statements()).hasSameSizeAs(few.statements()).hasSizeLessThanOrEqualTo(10);
        assertThat(many.commits()).isEqualTo(1);
    }

    @Test
    void everybodyWhoFollowsTheBoardIsServedFromOneReading() {
        var fresh = enterprises.open();
        enterprises.agent(fresh, "amy");
        var viewers = IntStream.range(0, 20)
                .mapToObj(number -> enterprises.agent(fresh, "viewer" + number))
                .map(member -> new Viewer(new Actor(fresh.enterprise(), member, "viewer", "127.0.0.1"), null))
                .toList();

        var one = SqlCounter.during(
                () -> performance.lookTogether(fresh.enterprise(), List.of(viewers.getFirst()), NOON));
        var later = NOON.plusSeconds(1);
        var all = SqlCounter.during(() -> assertThat(performance.lookTogether(fresh.enterprise(), viewers, later))
                .hasSize(20));

        assertThat(all.statements()).hasSameSizeAs(one.statements()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void whoeverOpensItWithinASecondIsShownTheSameReading() {
        var fresh = enterprises.open();
        var viewer = new Viewer(fresh.actor(), null);
        performance.glance(viewer, NOON);

        var again = SqlCounter.during(() -> assertThat(
                        performance.glance(viewer, NOON.plusMillis(900)).asOf())
                .isEqualTo(NOON));

        assertThat(again.statements()).singleElement().asString().contains("account_enterprise");
    }

    @Test
    void whoeverRefreshesItMissesNothing() {
        var fresh = enterprises.open();
        var amy = enterprises.agent(fresh, "amy");
        var viewer = new Viewer(fresh.actor(), null);
        performance.glance(viewer, NOON);
        close(fresh, amy, 1, NOON, Duration.ofMinutes(1));
        transaction.executeWithoutResult(
                status -> events.publishEvent(new AnalyticsEvent.FiguresChanged(fresh.enterprise(), NOON)));

        assertThat(performance.glance(viewer, NOON.plusMillis(900)).asOf()).isEqualTo(NOON);
        assertThat(performance.refresh(viewer, NOON.plusMillis(900)).agents())
                .anySatisfy(
                        row -> assertThat(row.figures().tally().closedByHand()).isEqualTo(1));
    }

    @Test
    void aDayThatIsFollowedIsReadWithoutTheDaysBeforeIt() {
        var fresh = enterprises.open();
        var amy = enterprises.agent(fresh, "amy");
        close(fresh, amy, 40, NOON, Duration.ofMinutes(1));
        day(fresh, amy);

        // When they were there, what was counted and their waits, what these are made of, and whose chats those were.
        assertThat(day(fresh, amy).statements())
                .filteredOn(statement -> !statement.contains("account_"))
                .hasSize(5)
                .noneMatch(statement -> statement.contains("analytics_rolled") || statement.contains("reason"));
    }

    @Test
    void whoeverAnswersNoMoreIsFollowedWithoutReadingTheirYear() {
        var fresh = enterprises.open();
        enterprises.shop(fresh, "第二家");
        var amy = enterprises.agent(fresh, "amy");
        var stranger = enterprises.agent(fresh, "ben");
        var wish = new NewMember(
                "dora",
                "dora",
                null,
                null,
                null,
                List.of(new WishedRole(fresh.shop().toString(), "營運")));
        var dora = members.create(fresh.actor(), wish, NOON).member().id();
        var viewer = new Actor(fresh.enterprise(), dora, "dora", "127.0.0.1");
        close(fresh, amy, 40, NOON.minus(Duration.ofDays(300)), Duration.ofHours(4));
        for (var member : List.of(amy, stranger)) {
            members.change(fresh.actor(), member, MemberWish.roles(List.of()), NOON);
        }
        people.day(viewer, amy.toString(), null, null, NOON);

        var asked = SqlCounter.during(() -> assertThat(
                        people.day(viewer, amy.toString(), null, null, NOON).deeds())
                .isEmpty());

        assertThat(asked.statements())
                .filteredOn(statement -> !statement.contains("account_"))
                .hasSizeLessThanOrEqualTo(5)
                .noneMatch(statement -> statement.contains("analytics_rolled") || statement.contains("analytics_day"));
        assertThatExceptionOfType(UnknownMember.class)
                .isThrownBy(() -> people.day(viewer, stranger.toString(), null, null, NOON));
        assertThatExceptionOfType(UnknownMember.class)
                .as("it was longer than a year ago")
                .isThrownBy(() -> people.day(viewer, amy.toString(), null, null, NOON.plus(Duration.ofDays(90))));
    }

    private Tally day(Fresh fresh, MemberId member) {
        return SqlCounter.during(() -> assertThat(people.day(fresh.actor(), member.toString(), null, null, NOON)
                        .deeds())
                .hasSize(40));
    }

    @Test
    void aYearOfClosingsIsNotReadForTheSakeOfOneDay() {
        var fresh = enterprises.open();
        var amy = enterprises.agent(fresh, "amy");
        close(fresh, amy, 40, NOON, Duration.ofMinutes(1));
        var rowsRead = rowsReadByOneLook(fresh);

        close(fresh, amy, 2_000, NOON.minus(Duration.ofDays(366)), Duration.ofHours(4));

        assertThat(rowsReadByOneLook(fresh)).isCloseTo(rowsRead, withinPercentage(10));
    }

    private Tally look(Fresh fresh) {
        return SqlCounter.during(() -> performance.look(fresh.actor(), null, null, NOON));
    }

    private long rowsReadByOneLook(Fresh fresh) {
        return transaction.execute(status -> {
            var before = rowsReadOnThisConnection();
            performance.look(fresh.actor(), null, null, NOON);
            return rowsReadOnThisConnection() - before;
        });
    }

    private long rowsReadOnThisConnection() {
        return jdbc.query("show session status like 'Handler_read%'", (row, index) -> row.getLong(2)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void close(Fresh fresh, MemberId owner, int conversations, Instant first, Duration apart) {
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(
                "insert into analytics_closing values (?, ?, ?, ?, ?, false, false, 'OTHER')",
                IntStream.range(0, conversations)
                        .mapToObj(number -> new Object[] {
                            ids.next(),
                            fresh.enterprise().value(),
                            fresh.shop().value(),
                            owner.value(),
                            first.plus(apart.multipliedBy(number))
                        })
                        .toList()));
    }
}
