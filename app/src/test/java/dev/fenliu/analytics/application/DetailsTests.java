package dev.fenliu.analytics.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.analytics.domain.Excerpt.Order;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.UnknownRow;
import dev.fenliu.analytics.domain.Waits;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Surfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every figure is followed to the facts behind it, and their number is the figure (rules 8). */
@FenliuTest
class DetailsTests {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");
    private static final int PAGE = 25;

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    ManageShops shops;

    @Autowired
    ManageMembers members;

    @Autowired
    ManageChatGroups groups;

    @Autowired
    ReadStatistics statistics;

    @Autowired
    ReadDetails details;

    @Autowired
    ReadTimeDetails times;

    @Autowired
    ReadPerson people;

    @Autowired
    RollUp rollUp;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Fresh fresh;
    private ShopId abroad;
    private List<MemberId> agents;

    @BeforeEach
    void openShopsOnBothSidesOfTheWorld() {
        fresh = enterprises.open();
        abroad = shops.create(fresh.actor(), "Tienda", "CL", true, clock.instant())
                .id();
        agents = Stream.of("amy", "ben", "cara")
                .map(login -> enterprises.agent(fresh, login))
                .toList();
        group(fresh.shop(), "售前", Set.of(ChatSource.PRODUCT_PAGE), "amy");
        group(fresh.shop(), "售後", Set.of(ChatSource.ORDER_PAGE), "cara");
        group(abroad, "Todos", Set.of(ChatSource.CART), "amy", "ben");
    }

    private void group(ShopId shop, String name, Set<ChatSource> sources, String... who) {
        groups.create(fresh.actor(), shop, new GroupWish(name, sources, List.of(who)), clock.instant());
    }

    /** In Chile the clocks go back at the midnight after 4 April 2026, and forward at the one after 5 September. */
    @ParameterizedTest
    @CsvSource({"1, 2026-04-03T00:00:00Z, true", "2, 2026-09-04T00:00:00Z, false"})
    void whatIsListedBehindAFigureIsWhatTheFigureCounts(long seed, Instant begin, boolean rolled) {
        happen(seed, begin);
        var now = begin.plus(Duration.ofDays(6));
        if (rolled) {
            rollAll(now);
        }
        var to = LocalDate.ofInstant(begin, TAIPEI).plusDays(3);

        for (var by : By.values()) {
            for (var shop : Stream.of(null, fresh.shop().toString()).toList()) {
                var told =
                        statistics.look(fresh.actor(), by, shop, to.minusDays(2).toString(), to.toString(), now);
                assertThat(told.rows()).isNotEmpty();
                told.rows()
                        .forEach(row -> follow(
                                told, row.id().isEmpty() ? DetailsWish.NOBODY : row.id(), shop, row.sums(), now));
                follow(told, null, shop, told.total(), now);
            }
        }
    }

    private void follow(Statistics told, @Nullable String row, @Nullable String shop, Sums sums, Instant now) {
        var what = "%s %s in %s".formatted(told.by(), row, shop);
        for (var behind : Behind.values()) {
            var listed = new ArrayList<Deed>();
            var page = 0;
            Details part;
            do {
                page++;
                var wish = new DetailsWish(
                        told.by(),
                        row,
                        shop,
                        told.period().from().toString(),
                        told.period().to().toString(),
                        behind,
                        Order.NEWEST);
                var skip = (page - 1) * PAGE;
                part = details.look(fresh.actor(), wish, found -> skip, PAGE, now);
                for (var each : Behind.values()) {
                    assertThat(part.figure(each)).as("%s of %s", each, what).isEqualTo(each.figure(sums.tally()));
                }
                listed.addAll(part.deeds());
            } while (part.excerpt().skip() + PAGE < part.found());
            assertThat(listed)
                    .as("%s of %s", behind, what)
                    .hasSize(behind.figure(sums.tally()))
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(Comparator.comparing(Deed::at).reversed())
                    .allMatch(deed -> deed.kind() == behind.kind())
                    .allMatch(deed -> behind.aside() == null || behind.aside() == deed.aside())
                    .allMatch(deed -> behind.missed() == null || behind.missed() == deed.missed());
            agrees(behind, listed, sums.tally());
        }
        if (sums.hours() != null) {
            var wish = new DetailsWish(
                    told.by(),
                    row,
                    shop,
                    told.period().from().toString(),
                    told.period().to().toString(),
                    Behind.OPENED,
                    Order.NEWEST);
            var hours = times.look(fresh.actor(), wish, now);
            assertThat(hours.total()).as("hours of %s", what).isEqualTo(sums.hours());
            assertThat(hours.days()).doesNotHaveDuplicates();
        }
    }

    private static void agrees(Behind behind, List<Deed> listed, Tally tally) {
        var seconds = Waits.of(listed.stream().mapToInt(Deed::seconds).toArray());
        switch (behind) {
            case FIRST -> assertThat(seconds).isEqualTo(tally.first());
            case REPLIED -> assertThat(seconds).isEqualTo(tally.waits());
            case RATED ->
                assertThat(listed.stream().mapToInt(Deed::stars).sum()).isEqualTo(tally.stars());
            default -> assertThat(seconds.p90().orElse(0)).isZero();
        }
    }

    @Test
    void everyDayLeadsToWhatItCounts() {
        var begin = Instant.parse("2026-04-03T00:00:00Z");
        happen(5, begin);
        var now = begin.plus(Duration.ofDays(6));
        var to = LocalDate.ofInstant(begin, TAIPEI).plusDays(3);

        for (var by : By.values()) {
            var told = statistics.look(fresh.actor(), by, null, to.minusDays(2).toString(), to.toString(), now);
            assertThat(told.days()).allMatch(day -> day.sums().tally().opened() > 0);
            for (var day : told.days()) {
                var date = day.date().toString();
                var wish = new DetailsWish(by, null, null, date, date, Behind.OPENED, Order.NEWEST);
                var listed = details.look(fresh.actor(), wish, found -> 0, 1, now);
                assertThat(Behind.values())
                        .as("%s on %s", by, date)
                        .allMatch(each ->
                                listed.figure(each) == each.figure(day.sums().tally()));
            }
        }
        for (var day : people.look(fresh.actor(), agents.getFirst().toString(), null, to.toString(), now)
                .days()) {
            var person = people.day(
                    fresh.actor(),
                    agents.getFirst().toString(),
                    null,
                    day.date().toString(),
                    now);
            for (var behind : Behind.values()) {
                assertThat(person.deeds())
                        .filteredOn(behind::includes)
                        .as("%s on %s", behind, day.date())
                        .hasSize(behind.figure(day.sums().tally()));
            }
        }
    }

    @Test
    void whatCouldHaveBeenBetterComesFirstWhereOneWishesIt() {
        var begin = Instant.parse("2026-06-01T00:00:00Z");
        happen(3, begin);
        var now = begin.plus(Duration.ofDays(6));

        assertThat(all(Behind.REPLIED, Order.LONGEST, now))
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparingInt(Deed::seconds).reversed());
        assertThat(all(Behind.RATED, Order.LOWEST, now))
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparingInt(Deed::stars));
        assertThat(all(Behind.CLOSED, Order.LONGEST, now))
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparing(Deed::at).reversed());
    }

    private List<Deed> all(Behind behind, Order order, Instant now) {
        return details.look(
                        fresh.actor(),
                        new DetailsWish(By.SHOPS, null, null, null, null, behind, order),
                        found -> 0,
                        Integer.MAX_VALUE,
                        now)
                .deeds();
    }

    @Test
    void nobodyFollowsFiguresThatTheyDoNotSee() {
        var begin = clock.instant().minus(Duration.ofDays(5));
        happen(4, begin);
        var amy = actor(agents.getFirst());
        var dora = actor(member("dora", abroad, "營運"));
        var carl = member("carl", fresh.shop(), "聊聊客服");

        assertThat(look(amy, By.SHOPS, null).deeds())
                .isNotEmpty()
                .allMatch(deed -> agents.getFirst().equals(deed.member()));
        assertThat(look(amy, By.AGENTS, agents.getFirst().toString()).own()).isTrue();
        assertThatExceptionOfType(UnknownMember.class)
                .isThrownBy(() -> look(amy, By.AGENTS, agents.getLast().toString()));
        assertThat(look(dora, By.AGENTS, null).deeds())
                .isNotEmpty()
                .allMatch(deed -> deed.shop().equals(abroad));
        assertThatExceptionOfType(UnknownShop.class)
                .isThrownBy(() -> look(dora, By.SHOPS, fresh.shop().toString()));
        assertThatExceptionOfType(UnknownMember.class).isThrownBy(() -> look(dora, By.AGENTS, carl.toString()));
        assertThatExceptionOfType(UnknownMember.class)
                .isThrownBy(() ->
                        look(fresh.actor(), By.AGENTS, enterprises.open().main().toString()));
        var there = groups.create(
                fresh.actor(), fresh.shop(), new GroupWish("夜間", Set.of(ChatSource.OTHER), List.of()), clock.instant());
        assertThatExceptionOfType(UnknownRow.class)
                .isThrownBy(() -> look(dora, By.GROUPS, there.id().toString()));
        for (var unfit : List.of("1", "x")) {
            assertThatExceptionOfType(UnknownRow.class).isThrownBy(() -> look(fresh.actor(), By.GROUPS, unfit));
            assertThatExceptionOfType(UnknownRow.class).isThrownBy(() -> look(fresh.actor(), By.SOURCES, unfit));
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> look(fresh.actor(), By.SHOPS, unfit));
        }
    }

    private Collection<String> namesForWhoeverAnswered(String conversation) {
        var amy = agents.getFirst();
        transaction.executeWithoutResult(
                status -> jdbc.sql("update analytics_conversation set member_id = ? where conversation_id = ?")
                        .params(amy.value(), Long.parseUnsignedLong(conversation))
                        .update());
        var own = look(actor(amy), By.AGENTS, amy.toString());
        assertThat(own.deeds()).hasSize(1);
        assertThat(people.look(actor(amy), amy.toString(), null, null, clock.instant())
                        .names())
                .isEqualTo(own.names());
        return own.names().values();
    }

    /** Early in Taipei it is still the day before in Chile, and late it is already the next one in Japan. */
    @ParameterizedTest
    @CsvSource({"2026-11-27T20:00:00Z", "2026-11-27T15:30:00Z"})
    void figuresUpToTodayAreFollowedWhereverTheirShopsAre(Instant now) {
        var osaka =
                shops.create(fresh.actor(), "大阪店", "JP", true, clock.instant()).id();
        // What begins last is over and rated by now.
        var begin = now.minus(Duration.ofDays(5));
        var days = new RandomDays(8, fresh, List.of(fresh.shop(), abroad, osaka), agents, begin, Duration.ofDays(3));
        transaction.executeWithoutResult(status -> days.happen(60, facts, jdbc, ids));
        var to = LocalDate.ofInstant(now, TAIPEI);

        for (var by : By.values()) {
            var told = statistics.look(fresh.actor(), by, null, to.minusDays(3).toString(), to.toString(), now);
            told.rows().forEach(row -> follow(told, row.id().isEmpty() ? "none" : row.id(), null, row.sums(), now));
        }
        for (var shop : List.of(abroad, osaka)) {
            var today = LocalDate.ofInstant(now, shop.equals(osaka) ? ZoneId.of("Asia/Tokyo") : SANTIAGO)
                    .toString();
            var theirs = statistics.look(fresh.actor(), By.AGENTS, shop.toString(), today, today, now);
            follow(theirs, null, shop.toString(), theirs.total(), now);
            assertThat(statistics
                            .look(fresh.actor(), By.SHOPS, null, today, today, now)
                            .rows())
                    .isNotEmpty();
        }
    }

    @Test
    void aFileHasTheDaysOfWhoeverLeftThatHaveSomethingAndThoseThatHaveNothing() {
        var begin = clock.instant().minus(Duration.ofDays(4));
        happen(6, begin);
        members.change(fresh.actor(), agents.getFirst(), MemberWish.active(false), clock.instant());
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        var figure = "by=agents&row=" + agents.getFirst() + "&shop=" + fresh.shop() + "&kind=opened";

        var found = details.look(
                        fresh.actor(),
                        new DetailsWish(
                                By.AGENTS,
                                agents.getFirst().toString(),
                                fresh.shop().toString(),
                                null,
                                null,
                                Behind.OPENED,
                                Order.NEWEST),
                        all -> 0,
                        10,
                        clock.instant())
                .found();

        assertThat(found).isPositive();
        var file = main.get("/platform/performance/details.csv?" + figure);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body().lines()).hasSize(found + 1);
        assertThat(main.get("/platform/performance/details/hours?" + figure).status())
                .isEqualTo(200);
    }

    @Test
    void partsOfAListStandStillWhileMoreHappens() {
        var begin = clock.instant().minus(Duration.ofDays(4));
        happen(7, begin);
        var api = new Api(port, enterprises.token(fresh));
        var first = api.get("/performance/details?kind=opened&limit=5").as(200);
        var expected = look(fresh.actor(), By.SHOPS, null).deeds().stream()
                .map(deed -> deed.conversation().toString())
                .toList();

        begin(3, clock.instant().minusSeconds(5), Duration.ofSeconds(1));
        var second = api.get("/performance/details?kind=opened&limit=5&cursor=" + first.text("next"))
                .as(200);

        assertThat(conversations(first)).isEqualTo(expected.subList(0, 5));
        assertThat(conversations(second)).isEqualTo(expected.subList(5, 10));
        assertThat(api.get("/performance/details?kind=opened&cursor=100000")
                        .as(422)
                        .text("code"))
                .isEqualTo("unknown-cursor");
    }

    private static List<String> conversations(Api.Answer answer) {
        return answer.items().stream()
                .map(item -> item.path("conversation").asString())
                .toList();
    }

    @Test
    void buyersAreNamedToWhoeverMayReadTheConversation() {
        var api = new Api(port, enterprises.token(fresh));
        var shop = "/shops/" + fresh.shop();
        api.put(shop + "/distribution", Map.of("enabled", false)).as(200);
        var conversation = api.post(
                        shop + "/messages",
                        Map.of(
                                "externalId", "1",
                                "buyer", Map.of("externalId", "b", "name", "林小圓"),
                                "source", "CART",
                                "text", "在嗎?"))
                .as(202)
                .text("conversation");
        org.awaitility.Awaitility.await()
                .until(() -> look(fresh.actor(), By.SHOPS, null).found() == 1);
        api.post("/roles", Map.of("name", "數據", "permissions", List.of("VIEW_PERFORMANCE")))
                .as(201);
        var watcher = actor(member("dora", fresh.shop(), "數據"));

        assertThat(look(fresh.actor(), By.SHOPS, null).names().values()).containsExactly("林小圓");
        assertThat(namesForWhoeverAnswered(conversation)).containsExactly("林小圓");
        members.change(fresh.actor(), agents.getFirst(), MemberWish.roles(List.of()), clock.instant());
        assertThat(namesForWhoeverAnswered(conversation)).isEmpty();
        assertThat(look(watcher, By.SHOPS, null).deeds()).hasSize(1);
        assertThat(look(watcher, By.SHOPS, null).names()).isEmpty();

        var main = Surfer.signedIn(port, fresh.code() + ":main");
        assertThat(main.get("/platform/performance/details?by=sources&row=CART").body())
                .contains("林小圓", "/platform/conversations/" + conversation, "購物車", "共 1 筆");
        var lines = main.get("/platform/performance/details.csv?by=sources&row=CART")
                .body()
                .replace("\uFEFF", "")
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("時間,紀錄,註記,對話,買家,商店,來源,人員,");
        assertThat(lines.getLast()).contains("新對話", conversation, "林小圓", "購物車");
        var answer =
                api.get("/performance/details?by=sources&row=CART&kind=late").as(200);
        assertThat(answer.text("found")).isEqualTo("1");
        assertThat(api.get("/performance/details?kind=x").as(422).text("code")).isEqualTo("unknown-figure");
        assertThat(api.get("/performance/details?by=groups&row=7").as(404).text("code"))
                .isEqualTo("unknown-row");
        assertThat(api.get("/performance/details?cursor=x").as(422).text("code"))
                .isEqualTo("unknown-cursor");
    }

    @ParameterizedTest
    @CsvSource({"OPENED, NEWEST", "REPLIED, NEWEST", "REPLIED, LONGEST"})
    void aPartOfALongListCostsAsManyStatementsAsAShortOneAndReadsNoYear(Behind behind, Order order) {
        var noon = Instant.parse("2026-03-19T04:00:00Z");
        var day = LocalDate.ofInstant(noon, TAIPEI).toString();
        var wish = new DetailsWish(By.SHOPS, fresh.shop().toString(), null, day, day, behind, order);
        begin(40, noon, Duration.ofMinutes(1));
        look(wish, noon);
        var few = SqlCounter.during(() -> look(wish, noon));
        var rowsRead = rowsRead(wish, noon);

        begin(2_000, noon.minus(Duration.ofDays(366)), Duration.ofHours(4));
        var many = SqlCounter.during(() -> look(wish, noon));

        assertThat(many.statements()).hasSameSizeAs(few.statements()).hasSizeLessThanOrEqualTo(8);
        assertThat(rowsRead(wish, noon)).isCloseTo(rowsRead, withinPercentage(10));
    }

    private void look(DetailsWish wish, Instant now) {
        assertThat(details.look(fresh.actor(), wish, found -> 0, 10, now).found())
                .isEqualTo(40);
    }

    private long rowsRead(DetailsWish wish, Instant now) {
        return transaction.execute(status -> {
            var before = rowsReadOnThisConnection();
            look(wish, now);
            return rowsReadOnThisConnection() - before;
        });
    }

    private long rowsReadOnThisConnection() {
        return batches.query("show session status like 'Handler_read%'", (row, index) -> row.getLong(2)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void begin(int conversations, Instant first, Duration apart) {
        var begun = IntStream.range(0, conversations)
                .mapToObj(number -> first.plus(apart.multipliedBy(number)))
                .map(at -> new Object[] {
                    ids.next(), fresh.enterprise().value(), fresh.shop().value(), at, at, at
                })
                .toList();
        transaction.executeWithoutResult(status -> {
            batches.batchUpdate("""
                    insert into analytics_conversation
                        (conversation_id, enterprise_id, shop_id, source, came_back, opened_at, late_at, assigned_at)
                    values (?, ?, ?, 'OTHER', false, ?, ?, ?)""", begun);
            batches.batchUpdate(
                    """
                    insert into analytics_reply (conversation_id, enterprise_id, shop_id, message_id, member_id, source, at,
                        seconds, first_reply)
                    values (?, ?, ?, ?, ?, 'OTHER', ?, 7, true)""",
                    begun.stream()
                            .map(it -> new Object[] {
                                it[0],
                                it[1],
                                it[2],
                                ids.next(),
                                agents.getFirst().value(),
                                it[3]
                            })
                            .toList());
        });
    }

    private Details look(Actor actor, By by, @Nullable String row) {
        var wish = new DetailsWish(by, row, null, null, null, Behind.OPENED, Order.NEWEST);
        return details.look(actor, wish, found -> 0, 200, clock.instant());
    }

    private Actor actor(MemberId who) {
        return new Actor(fresh.enterprise(), who, "somebody", "127.0.0.1");
    }

    private MemberId member(String login, ShopId shop, String role) {
        var wish = new NewMember(login, login, null, null, null, List.of(new WishedRole(shop.toString(), role)));
        return members.create(fresh.actor(), wish, clock.instant()).member().id();
    }

    private void happen(long seed, Instant begin) {
        var days = new RandomDays(seed, fresh, List.of(fresh.shop(), abroad), agents, begin, Duration.ofDays(4));
        transaction.executeWithoutResult(status -> days.happen(60, facts, jdbc, ids));
    }

    private void rollAll(Instant now) {
        for (var zone : rollUp.zones(fresh.enterprise())) {
            while (rollUp.next(fresh.enterprise(), zone, now)) {
                // The next day.
            }
        }
    }
}
