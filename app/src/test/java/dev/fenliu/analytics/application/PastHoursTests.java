package dev.fenliu.analytics.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Excerpt.Order;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.analytics.domain.Figures;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.RoutingEvent.Assigned;
import dev.fenliu.routing.RoutingEvent.Assignment;
import dev.fenliu.routing.Trigger;
import dev.fenliu.webchat.Arrivals.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The hours of a day gone by, once those whose hours they were may not answer any more. */
@FenliuTest
class PastHoursTests {
    private static final String DAY = "2026-03-19";
    private static final Instant NOON = Instant.parse("2026-03-19T04:00:00Z"); // in Taipei
    private static final Instant LATER = Instant.parse("2026-03-22T04:00:00Z");

    @Autowired
    ReadStatistics statistics;

    @Autowired
    WatchPerformance performance;

    @Autowired
    ReadPerson people;

    @Autowired
    ReadTimeDetails times;

    @Autowired
    RollUp rollUp;

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    ManageMembers members;

    @Autowired
    ManageShops shops;

    @Autowired
    Facts facts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private Fresh fresh;
    private ShopId second;
    private MemberId amy;
    private MemberId ben;
    private MemberId dora;

    @BeforeEach
    void workAndGo() {
        fresh = enterprises.open();
        second = enterprises.shop(fresh, "第二家");
        amy = enterprises.agent(fresh, "amy");
        ben = enterprises.agent(fresh, "ben");
        dora = members.create(
                        fresh.actor(),
                        new NewMember(
                                "dora", "dora", null, null, null, List.of(new WishedRole(second.toString(), "營運"))),
                        LATER)
                .member()
                .id();
        online(amy, 2);
        online(ben, 1);
        wentTo(amy, fresh.shop());
        members.change(fresh.actor(), amy, MemberWish.roles(List.of()), LATER);
        members.change(fresh.actor(), ben, MemberWish.active(false), LATER);
    }

    @Test
    void stayWithThePeopleInTheStatistics() {
        assertThat(told(fresh.actor(), By.AGENTS)).containsEntry(amy, "2.00").containsEntry(ben, "1.00");

        rollAll();

        assertThat(told(fresh.actor(), By.AGENTS)).containsEntry(amy, "2.00").containsEntry(ben, "1.00");
    }

    @Test
    void stayWithTheShopInWhichTheyHadSomethingToDo() {
        assertThat(ofShops()).containsEntry(fresh.shop(), "2.00").containsEntry(second, "0.00");

        rollAll();

        assertThat(ofShops()).containsEntry(fresh.shop(), "2.00").containsEntry(second, "0.00");
    }

    @Test
    void stayOnTheBoardOfThatDay() {
        var board = performance.look(fresh.actor(), null, DAY, LATER);

        assertThat(board.agents())
                .filteredOn(row -> List.of(amy, ben).contains(row.member().id()))
                .extracting(row -> online(row.figures().hours()))
                .containsExactly("2.00", "1.00");
        assertThat(board.shops())
                .extracting(row -> online(row.figures().hours()))
                .containsExactly("2.00", "0.00");
    }

    @Test
    void areOnTheDayItselfOfThoseWhoMayAnswerAsOnTheBoard() {
        var evening = NOON.plus(Duration.ofHours(8));
        online(enterprises.agent(fresh, "cara"), 3);

        assertThat(told(fresh.actor(), By.AGENTS, evening))
                .containsEntry(amy, "")
                .doesNotContainKey(ben);
        assertThat(ofShops(evening)).containsEntry(fresh.shop(), "3.00").containsEntry(second, "3.00");
        assertTheSameOnTheBoard(fresh.actor(), "3.00", evening);
        assertTheSameOnTheBoard(new Actor(fresh.enterprise(), dora, "dora", "127.0.0.1"), "3.00", evening);
        assertTheSameOnTheBoard(fresh.actor(), "6.00", LATER);
        assertThat(ofShops(LATER)).containsEntry(fresh.shop(), "5.00").containsEntry(second, "3.00");
    }

    private void assertTheSameOnTheBoard(Actor actor, String total, Instant now) {
        var board = performance.look(actor, null, DAY, now);
        assertThat(told(actor, By.AGENTS, now))
                .isEqualTo(board.agents().stream()
                        .collect(Collectors.toMap(
                                row -> row.member().id(),
                                row -> online(row.figures().hours()))));
        assertThat(look(actor, By.SHOPS, now).rows())
                .extracting(row -> row.id() + " " + online(row.sums().hours()))
                .containsExactlyInAnyOrderElementsOf(board.shops().stream()
                        .map(row -> row.shop().id() + " " + online(row.figures().hours()))
                        .toList());
        var people = Figures.sum(board.agents().stream().map(AgentRow::figures).toList());
        assertThat(online(people.hours())).isEqualTo(total);
        for (var by : List.of(By.SHOPS, By.AGENTS, By.GROUPS)) {
            assertThat(online(look(actor, by, now).total().hours()))
                    .as("%s", by)
                    .isEqualTo(total);
        }
    }

    @Test
    void areOfNoGroupWhereTheyAreInNone() {
        wentTo(amy, second);

        assertThat(look(fresh.actor(), By.GROUPS, LATER).rows())
                .singleElement()
                .satisfies(row -> assertThat(online(row.sums().hours())).isEqualTo("3.00"));
    }

    @Test
    void areTotalledOnceForEachPersonWhateverTheyArePutTogetherBy() {
        shops.create(fresh.actor(), "Tienda", "CL", true, LATER);
        online(enterprises.agent(fresh, "cara"), 3);

        for (var by : List.of(By.SHOPS, By.AGENTS, By.GROUPS)) {
            assertThat(online(look(fresh.actor(), by).total().hours()))
                    .as("%s", by)
                    .isEqualTo("6.00");
        }
        assertThat(ofShops()).containsEntry(fresh.shop(), "5.00").containsEntry(second, "3.00");

        rollAll();

        for (var by : List.of(By.SHOPS, By.AGENTS, By.GROUPS)) {
            assertThat(online(look(fresh.actor(), by).total().hours()))
                    .as("%s", by)
                    .isEqualTo("6.00");
        }
    }

    /** It is noon in Taipei, and one at night in Chile: whoever has been online since the morning began the day before. */
    @Test
    void ofTheLiveBoardAddUpFromWhatIsListedBehindThem() {
        var abroad = shops.create(fresh.actor(), "Tienda", "CL", true, LATER).id();
        var carl = enterprises.agent(fresh, "carl");
        online(carl, LATER.minus(Duration.ofHours(4)), LATER);
        online(enterprises.agent(fresh, "eve"), LATER.minus(Duration.ofMinutes(30)), LATER);

        var board = performance.look(fresh.actor(), null, null, LATER);
        assertThat(board.shops())
                .extracting(row -> online(row.figures().hours()))
                .containsExactlyInAnyOrder("4.50", "4.50", "1.50");
        for (var row : board.shops()) {
            var day = Day.at(LATER, row.shop().zone()).date();
            assertThat(behind(fresh.actor(), By.SHOPS, row.shop().id().toString(), null, day))
                    .as(row.shop().name())
                    .isEqualTo(row.figures().hours());
        }
        add(fresh.actor(), null, 2);
        add(fresh.actor(), abroad.toString(), 2);
        add(new Actor(fresh.enterprise(), dora, "dora", "127.0.0.1"), null, 2);
        add(new Actor(fresh.enterprise(), carl, "carl", "127.0.0.1"), abroad.toString(), 1);
    }

    private void add(Actor actor, @Nullable String shop, int people) {
        var board = performance.look(actor, shop, null, LATER);
        var worked = board.agents().stream()
                .filter(row ->
                        row.figures().hours() != null && !row.figures().hours().equals(Hours.NONE))
                .toList();
        assertThat(worked).hasSize(people);
        for (var row : worked) {
            assertThat(behind(
                            actor,
                            By.AGENTS,
                            row.member().id().toString(),
                            shop,
                            board.day().date()))
                    .as("%s in %s", row.member().name(), shop)
                    .isEqualTo(row.figures().hours());
        }
    }

    private Hours behind(Actor actor, By by, String row, @Nullable String shop, LocalDate day) {
        var wish = new DetailsWish(by, row, shop, day.toString(), day.toString(), Behind.OPENED, Order.NEWEST);
        return times.look(actor, wish, LATER).total();
    }

    @Test
    void areNotToldToWhoeverSeesAShopInWhichTheyHadNothingToDo() {
        var actor = new Actor(fresh.enterprise(), dora, "dora", "127.0.0.1");

        assertThat(told(actor, By.AGENTS)).doesNotContainKeys(amy, ben);
        assertThat(performance.look(actor, null, DAY, LATER).agents())
                .extracting(row -> row.member().id())
                .doesNotContain(amy, ben);
    }

    @Test
    void leadToThePersonForAsLongAsStatisticsTellOfThem() {
        var eva = members.create(
                        fresh.actor(),
                        new NewMember(
                                "eva",
                                "eva",
                                null,
                                null,
                                null,
                                List.of(new WishedRole(fresh.shop().toString(), "營運"))),
                        LATER)
                .member()
                .id();
        var actor = new Actor(fresh.enterprise(), eva, "eva", "127.0.0.1");
        var autumn = NOON.plus(Duration.ofDays(200));

        assertThat(people.look(actor, amy.toString(), null, null, autumn)
                        .member()
                        .id())
                .isEqualTo(amy);
        assertThatExceptionOfType(UnknownMember.class)
                .isThrownBy(() -> people.look(actor, ben.toString(), null, null, autumn));
    }

    private Map<MemberId, String> told(Actor actor, By by) {
        return told(actor, by, LATER);
    }

    private Map<MemberId, String> told(Actor actor, By by, Instant now) {
        return look(actor, by, now).rows().stream()
                .filter(row -> !row.id().isEmpty())
                .collect(Collectors.toMap(
                        row -> MemberId.of(row.id()), row -> online(row.sums().hours())));
    }

    private Map<ShopId, String> ofShops() {
        return ofShops(LATER);
    }

    private Map<ShopId, String> ofShops(Instant now) {
        return look(fresh.actor(), By.SHOPS, now).rows().stream()
                .collect(Collectors.toMap(
                        row -> ShopId.of(row.id()), row -> online(row.sums().hours())));
    }

    private Statistics look(Actor actor, By by) {
        return look(actor, by, LATER);
    }

    private Statistics look(Actor actor, By by, Instant now) {
        return statistics.look(actor, by, null, DAY, DAY, now);
    }

    private static String online(@Nullable Hours hours) {
        return hours == null ? "" : hours.online().toPlainString();
    }

    private void online(MemberId member, int hours) {
        online(member, NOON, NOON.plus(Duration.ofHours(hours)));
    }

    private void online(MemberId member, Instant from, Instant until) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into routing_stretch (id, enterprise_id, member_id, state, started_at, ended_at)
                        values (?, ?, ?, 'ONLINE', ?, ?)""")
                .params(ids.next(), fresh.enterprise().value(), member.value(), from, until)
                .update());
    }

    private void wentTo(MemberId member, ShopId shop) {
        var chat = new ConversationId(ids.next());
        var assignment = new Assignment(chat, shop, null, member, Trigger.MESSAGE, Reason.GROUP, false);
        transaction.executeWithoutResult(status -> facts.keep(
                new Assigned(fresh.enterprise(), List.of(assignment), List.of(), NOON),
                List.of(new Arrival(chat, shop, ChatSource.OTHER, false, NOON))));
    }

    private void rollAll() {
        for (var zone : rollUp.zones(fresh.enterprise())) {
            while (rollUp.next(fresh.enterprise(), zone, LATER)) {
                // The next day.
            }
        }
    }
}
