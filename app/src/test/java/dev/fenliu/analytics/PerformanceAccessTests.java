package dev.fenliu.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.analytics.application.Board;
import dev.fenliu.analytics.application.Person;
import dev.fenliu.analytics.application.ReadPerson;
import dev.fenliu.analytics.application.ReadStatistics;
import dev.fenliu.analytics.application.RebuildFigures;
import dev.fenliu.analytics.application.Statistics;
import dev.fenliu.analytics.application.WatchPerformance;
import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Surfer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whose figures one may see. */
@FenliuTest
class PerformanceAccessTests {
    @Autowired
    WatchPerformance performance;

    @Autowired
    ReadStatistics statistics;

    @Autowired
    ReadPerson people;

    @Autowired
    RebuildFigures rebuilding;

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    ManageMembers members;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Fresh fresh;
    private ShopId second;
    private MemberId amy;
    private MemberId ben;

    @BeforeEach
    void openTwoShops() {
        fresh = enterprises.open();
        second = enterprises.shop(fresh, "第二家");
        amy = enterprises.agent(fresh, "amy");
        ben = member("ben", new WishedRole(second.toString(), "聊聊客服"));
    }

    @Test
    void theMainAccountSeesEverybodyAndEveryShop() {
        var board = look(fresh.main(), null);

        assertThat(people(board)).containsExactly(fresh.main(), amy, ben);
        assertThat(shops(board)).containsExactly(fresh.shop(), second);
    }

    @Test
    void anAgentSeesOnlyTheirOwnRow() {
        var board = look(amy, null);

        assertThat(board.onlyOwn()).isTrue();
        assertThat(people(board)).containsExactly(amy);
        assertThat(board.shops()).isEmpty();
    }

    @Test
    void anAgentSeesTheirOwnRowInAShopInWhichTheyAnswerAndNoOther() {
        assertThat(people(look(ben, second))).containsExactly(ben);
        assertThatExceptionOfType(UnknownShop.class).isThrownBy(() -> look(ben, fresh.shop()));
    }

    @Test
    void whoeverMaySeeOneShopSeesThatShopAndItsPeopleAlone() {
        var dora = member("dora", new WishedRole(second.toString(), "營運"));
        var carl = member("carl", new WishedRole(fresh.shop().toString(), "聊聊客服"));

        var board = look(dora, null);

        assertThat(shops(board)).containsExactly(second);
        assertThat(people(board)).containsExactly(fresh.main(), amy, ben).doesNotContain(carl);
        assertThat(board.choosable()).extracting(Shop::id).containsExactly(second);
        assertThatExceptionOfType(UnknownShop.class).isThrownBy(() -> look(dora, fresh.shop()));
    }

    @Test
    void anAgentReadsOnlyTheirOwnStatistics() {
        var told = statistics.look(actor(amy), By.SHOPS, null, null, null, clock.instant());

        assertThat(told.onlyOwn()).isTrue();
        assertThat(told.by()).isEqualTo(By.AGENTS);
        assertThat(told.rows()).extracting(Statistics.Row::id).containsExactly(amy.toString());
        assertThatExceptionOfType(UnknownShop.class)
                .isThrownBy(() ->
                        statistics.look(actor(ben), By.AGENTS, fresh.shop().toString(), null, null, clock.instant()));
    }

    @Test
    void aFileSaysWhatItsLinesAre() {
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        var own = Surfer.signedIn(port, fresh.code() + ":amy");

        assertThat(file(main, "shops").getFirst())
                .startsWith("日期,商店,新對話,")
                .contains(",首次回覆(秒),首次回覆(九成)(秒),", ",在線(小時),");
        assertThat(file(main, "groups").getFirst()).startsWith("日期,群組,商店,新對話,");
        assertThat(file(main, "sources").getFirst()).startsWith("日期,來源,新對話,").doesNotContain("小時");
        assertThat(file(own, "shops").getFirst()).startsWith("日期,人員,新對話,");
        for (var by : List.of("shops", "agents", "sources")) {
            assertThat(file(main, by))
                    .hasSizeGreaterThan(7)
                    .allMatch(line -> line.split(",", -1).length
                            == file(main, by).getFirst().split(",", -1).length);
        }
    }

    private static List<String> file(Surfer who, String by) {
        return lines(who, "/platform/performance/statistics.csv?by=" + by);
    }

    private static List<String> lines(Surfer who, String path) {
        return who.get(path).body().replace("\uFEFF", "").lines().toList();
    }

    @Test
    void theFileOfAPersonHasALineForEachOfTheirDays() {
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        var day = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Taipei")).minusDays(1);
        members.change(fresh.actor(), ben, new MemberWish("=1+1", null, null, null, null), clock.instant());
        var path = "/platform/performance/agents/" + ben + ".csv?date=" + day + "&shop=" + second;

        var told = lines(main, path);

        assertThat(main.get(path).headers().get("content-disposition"))
                .contains("performance-" + ben + "-" + day.minusDays(29) + "-" + day + ".csv");
        assertThat(told.getFirst()).isEqualTo(file(main, "agents").getFirst());
        assertThat(told)
                .hasSize(31)
                .allMatch(line -> line.split(",", -1).length == told.getFirst().split(",", -1).length);
        assertThat(told.get(1)).startsWith(day.minusDays(29) + ",'=1+1,0,");
        assertThat(told.getLast()).startsWith(day + ",'=1+1,0,");
    }

    @Test
    void whoeverMayNotSeeAPersonGetsNeitherTheirDayNorTheirFile() {
        var surfer = Surfer.signedIn(port, fresh.code() + ":amy");
        var foreign = enterprises.open();
        var api = new Api(port, enterprises.token(foreign));

        for (var whom : List.of(ben, fresh.main())) {
            var there = "/platform/performance/agents/" + whom;
            assertThat(surfer.get(there).status()).isEqualTo(404);
            assertThat(surfer.get(there + ".csv").status()).isEqualTo(404);
            assertThat(surfer.ask("GET", there, Map.of("HX-Request", "true"), "")
                            .status())
                    .isEqualTo(404);
            assertThat(api.get("/performance/agents/%s", whom.toString())
                            .as(404)
                            .text("code"))
                    .isEqualTo("unknown-member");
        }
        var own = "/platform/performance/agents/" + amy;
        assertThat(surfer.get(own).body()).contains("id=\"person-stream\"");
        assertThat(surfer.get(own + ".csv").status()).isEqualTo(200);
        assertThat(surfer.get(own + "?shop=" + foreign.shop()).status()).isEqualTo(404);
        assertThat(surfer.get(own + ".csv?shop=" + foreign.shop()).status()).isEqualTo(404);
        assertThat(surfer.get(own + ".csv?date=1999-12-31").status()).isEqualTo(422);
    }

    @Test
    void onlyADayThatGoesOnIsFollowed() {
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        var there = "/platform/performance/agents/" + ben;
        var yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Taipei")).minusDays(1);

        assertThat(main.get(there).body())
                .contains("/platform/performance/stream?q=" + ben + "\"", "id=\"performance-time\"", "person-day.js");
        assertThat(main.get(there + "?shop=" + second).body())
                .contains("/platform/performance/stream?shop=" + second + "&amp;q=" + ben + "\"");
        assertThat(main.get(there + "?date=" + yesterday).body())
                .contains("person-file")
                .doesNotContain("performance/stream", "performance-time", "person-day.js");
    }

    @Test
    void aPersonIsSeenByThemselvesAndByWhoeverMaySeeAShopInWhichTheyAnswer() {
        var dora = member("dora", new WishedRole(second.toString(), "營運"));
        var carl = member("carl", new WishedRole(fresh.shop().toString(), "聊聊客服"));

        assertThat(person(amy, amy).own()).isTrue();
        assertThat(person(fresh.main(), carl).own()).isFalse();
        assertThat(person(dora, ben).shops().keySet()).containsExactly(second);
        for (var stranger : List.of(carl, enterprises.open().main())) {
            assertThatExceptionOfType(UnknownMember.class).isThrownBy(() -> person(dora, stranger));
        }
        assertThatExceptionOfType(UnknownMember.class).isThrownBy(() -> person(amy, ben));
    }

    @Test
    void thePageOfAPersonKeepsToTheShopThatWasLookedAt() {
        var dora = member("dora", new WishedRole(second.toString(), "營運"));
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        var there = "/platform/performance/agents/" + ben;

        assertThat(main.get("/platform/performance?shop=" + second).body()).contains(there + "?shop=" + second);
        assertThat(main.get("/platform/performance/statistics?by=agents&shop=" + second)
                        .body())
                .contains("&amp;shop=" + second);
        var page = main.get(there + "?shop=" + second);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("第二家</span>", "id=\"person-everywhere\"", "&amp;shop=" + second);
        assertThat(main.get(there).body()).doesNotContain("person-everywhere", "&amp;shop=");
        assertThatExceptionOfType(UnknownShop.class)
                .isThrownBy(() ->
                        people.look(actor(dora), ben.toString(), fresh.shop().toString(), null, clock.instant()));
    }

    @Test
    void whoeverIsDisabledIsAsUnknownInShopsThatWereNotTheirsAsBefore() {
        var dora = member("dora", new WishedRole(fresh.shop().toString(), "營運"));
        members.change(fresh.actor(), ben, MemberWish.active(false), clock.instant());

        assertThatExceptionOfType(UnknownMember.class).isThrownBy(() -> person(dora, ben));
        assertThat(person(fresh.main(), ben).member().active()).isFalse();
    }

    @Test
    void whoeverAnswersNoMoreIsFollowedAsLongAsTheyHaveFigures() {
        amyAnswersOne();

        members.change(fresh.actor(), amy, MemberWish.roles(List.of()), clock.instant());

        assertThat(people(look(fresh.main(), null))).contains(amy);
        assertThat(person(fresh.main(), amy).sums().tally().opened()).isOne();
    }

    @Test
    void aFigureOfAPersonLeadsToItsFactsAlone() {
        var conversation = amyAnswersOne();
        var api = new Api(port, enterprises.token(fresh));
        write(api, "2");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> look(fresh.main(), null).agents().stream()
                        .anyMatch(row -> Integer.valueOf(1).equals(row.figures().unread())));
        api.post("/conversations/" + conversation + "/messages", Map.of("as", amy.toString(), "text", "有的"))
                .as(201);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> person(fresh.main(), amy).sums().tally().waits().count() == 2);
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        var there = "/platform/performance/agents/" + amy;

        assertThat(main.get(there).body())
                .contains("kind=first#person-deeds", "kind=replied#person-deeds", "kind=opened#person-deeds")
                .doesNotContain("kind=unanswered", "id=\"person-part\"");
        assertThat(deeds(main.get(there + "?kind=first").body())).isEqualTo(1);
        assertThat(main.get(there + "?kind=first").body()).contains("id=\"person-part\">首次回覆</span>");
        assertThat(deeds(main.get(there + "?kind=replied").body())).isEqualTo(2);
        assertThat(deeds(main.get(there + "?kind=unanswered").body())).isZero();
    }

    private static int deeds(String page) {
        return page.split("data-testid=\"deed\"", -1).length - 1;
    }

    private String amyAnswersOne() {
        var api = new Api(port, enterprises.token(fresh));
        var shop = "/shops/" + fresh.shop();
        api.post(
                        shop + "/groups",
                        Map.of("name", "售前", "sources", List.of("PRODUCT_PAGE"), "members", List.of(amy.toString())))
                .as(201);
        api.put(shop + "/distribution", Map.of("enabled", true)).as(200);
        api.put("/members/" + amy + "/presence", Map.of("state", "ONLINE")).as(200);
        var conversation = write(api, "1");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> person(fresh.main(), amy).sums().tally().opened() == 1);
        // What amy has answered stays hers, whoever gets it next.
        api.post("/conversations/" + conversation + "/messages", Map.of("as", amy.toString(), "text", "在"))
                .as(201);
        return conversation;
    }

    private String write(Api api, String id) {
        return api.post(
                        "/shops/" + fresh.shop() + "/messages",
                        Map.of(
                                "externalId",
                                id,
                                "buyer",
                                Map.of("externalId", "b"),
                                "source",
                                "PRODUCT_PAGE",
                                "text",
                                "在嗎?"))
                .as(202)
                .text("conversation");
    }

    @Test
    void theBoardIsTakenAlongAsItIsLookedAt() {
        amyAnswersOne();
        members.change(fresh.actor(), ben, new MemberWish("=1+1", null, null, null, null), clock.instant());
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        var own = Surfer.signedIn(port, fresh.code() + ":amy");

        assertThat(main.get("/platform/performance.csv").body())
                .as("Excel takes it for UTF-8")
                .startsWith("\uFEFF");
        assertThat(main.get("/platform/performance.csv").headers().get("content-disposition"))
                .matches("attachment; filename=\"performance-[-\\d]{17}\\.csv\"");
        var people = board(main, "?sort=name&dir=asc");
        assertThat(people.getFirst())
                .isEqualTo("名稱,在線狀態,對話關閉,手動關閉,系統關閉,對話開啟,未讀對話,首次回覆(秒),回覆時間(秒),回覆率,在線時間(小時),隱藏時間(小時)");
        assertThat(people)
                .hasSize(4)
                .anyMatch(line -> line.startsWith("'=1+1,離線,"))
                .anyMatch(line -> line.matches("amy,在線,0,0,0,1,0,\\d+,\\d+,1\\.0000,.*"));
        assertThat(board(main, "?q=amy")).hasSize(2).last().asString().startsWith("amy,");
        var shops = board(main, "?by=shops&sort=name&dir=asc");
        assertThat(shops.getFirst()).startsWith("名稱,在線客服,對話關閉,手動關閉,系統關閉,對話開啟,未讀對話,暫存區,首次回覆(秒),回覆時間(秒),");
        assertThat(shops).hasSize(3).anyMatch(line -> line.startsWith("賣場S,1,0,0,0,1,0,0,"));
        assertThat(board(own, "?by=shops"))
                .as("their own row alone")
                .hasSize(2)
                .last()
                .asString()
                .startsWith("amy,");
        assertThat(main.get("/platform/performance?q=amy&sort=name&dir=asc").body())
                .contains("/platform/performance.csv?q=amy&amp;sort=name&amp;dir=asc");
    }

    private static List<String> board(Surfer who, String parameters) {
        return who.get("/platform/performance.csv" + parameters)
                .body()
                .replace("\uFEFF", "")
                .lines()
                .toList();
    }

    @Test
    void whoeverMayReadTheConversationsIsLedToThem() {
        var dora = member("dora", new WishedRole(second.toString(), "營運"));

        assertThat(look(dora, null).overseen()).containsExactly(second);
        assertThat(look(amy, null).overseen()).isEmpty();
        assertThat(look(dora, null).tended()).containsExactly(second);
        assertThat(look(amy, null).tended()).isEmpty();
        assertThat(look(fresh.main(), second).tended()).containsExactlyInAnyOrder(fresh.shop(), second);
    }

    @Test
    void anEndedSignInFollowsNoFigures() {
        try (var stream = Surfer.signedIn(port, fresh.code() + ":amy")
                .follow("/platform/performance/stream")
                .opened()) {
            members.resetPassword(fresh.actor(), amy, clock.instant());

            await().atMost(Duration.ofSeconds(10)).until(stream::hasEnded);
        }
    }

    @Test
    void onlyTheMainAccountPutsDaysTogetherAnew() {
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> rebuilding.begin(actor(amy)));
        assertThat(rebuilding.mayBegin(actor(fresh.main()))).isTrue();
    }

    @Test
    void whereNothingIsPutTogetherAnewThePageSaysSo() {
        var page = Surfer.signedIn(port, fresh.code() + ":main").get("/platform/performance/statistics/rebuildings");

        assertThat(page.body()).contains("目前沒有正在重新彙整的日子").doesNotContain("hx-get=\"/platform/performance/statistics");
    }

    private Person person(MemberId who, MemberId whom) {
        return people.look(actor(who), whom.toString(), null, null, clock.instant());
    }

    private Actor actor(MemberId who) {
        return new Actor(fresh.enterprise(), who, "somebody", "127.0.0.1");
    }

    @Test
    void nobodySeesAShopOfAnotherEnterprise() {
        var foreign = enterprises.open();

        assertThatExceptionOfType(UnknownShop.class).isThrownBy(() -> look(fresh.main(), foreign.shop()));
        assertThat(people(look(fresh.main(), null))).doesNotContain(foreign.main());
    }

    private Board look(MemberId who, @Nullable ShopId shop) {
        var actor = new Actor(fresh.enterprise(), who, "somebody", "127.0.0.1");
        return performance.look(actor, shop == null ? null : shop.toString(), null, clock.instant());
    }

    private MemberId member(String login, WishedRole role) {
        var wish = new NewMember(login, login, null, null, null, List.of(role));
        return members.create(fresh.actor(), wish, clock.instant()).member().id();
    }

    private static List<MemberId> people(Board board) {
        return board.agents().stream()
                .map(AgentRow::member)
                .map(member -> member.id())
                .toList();
    }

    private static List<ShopId> shops(Board board) {
        return board.shops().stream().map(row -> row.shop().id()).toList();
    }
}
