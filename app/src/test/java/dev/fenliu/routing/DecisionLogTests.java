package dev.fenliu.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.routing.domain.Explanation.Why;
import dev.fenliu.scenarios.Api;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** Why each chat went where it went, as people and programs read it. */
@FenliuTest
class DecisionLogTests {
    @RegisterExtension
    Browser browser = new Browser();

    private final FreshEnterprises enterprises;
    private final MessageSource words;
    private final int port;
    private Fresh fresh;
    private Api api;
    private MemberId amy;
    private MemberId ben;
    private MemberId cara;

    @Autowired
    DecisionLogTests(FreshEnterprises enterprises, MessageSource words, @LocalServerPort int port) {
        this.enterprises = enterprises;
        this.words = words;
        this.port = port;
    }

    @BeforeEach
    void openTheShop() {
        fresh = enterprises.open();
        api = new Api(port, enterprises.token(fresh));
        amy = enterprises.agent(fresh, "amy");
        ben = enterprises.agent(fresh, "ben");
        cara = enterprises.agent(fresh, "cara");
        api.post(
                        "/shops/" + fresh.shop() + "/groups",
                        Map.of(
                                "name",
                                "售前客服",
                                "sources",
                                List.of("PRODUCT_PAGE"),
                                "members",
                                List.of(amy.toString(), ben.toString())))
                .as(201);
        api.put("/shops/" + fresh.shop() + "/distribution", Map.of("enabled", true))
                .as(200);
    }

    @Test
    void everythingThatADecisionMaySayHasWords() {
        var byLoad = Stream.of("GROUP", "GROUP.only", "GROUP.tied", "GROUP.gone")
                .flatMap(key -> Stream.of(key, key.replace("GROUP", "FALLBACK")))
                .filter(key -> !key.equals("FALLBACK.gone"));
        var forwards = Stream.of("FORWARDED", "REASSIGNED")
                .flatMap(key -> Stream.of(key + ".member", key + ".group", key + ".group.gone"));
        var others = Arrays.stream(Reason.values())
                .filter(reason ->
                        reason != Reason.GROUP && reason != Reason.FALLBACK && reason != Reason.FORWARDED_TO_MEMBER)
                .map(Reason::name);
        var says = Stream.of(byLoad, forwards, others).flatMap(it -> it).collect(toSet());

        var keys = Stream.of(
                        says.stream().map(key -> "decision.says." + key),
                        says.stream()
                                .map(key -> key.replaceAll("\\.(only|tied|gone)$", ""))
                                .map(key -> "decision.rule." + key),
                        Arrays.stream(Reason.values()).map(it -> "decision.reason." + it),
                        Arrays.stream(Trigger.values()).map(it -> "decision.cause." + it),
                        Arrays.stream(Why.values()).map(it -> "decision.not." + it))
                .flatMap(it -> it);

        assertThat(keys).allSatisfy(key -> {
            for (var locale : List.of(Locale.TRADITIONAL_CHINESE, Locale.ENGLISH)) {
                assertThat(words.getMessage(key, null, null, locale)).as(key).isNotNull();
            }
        });
    }

    @Test
    void theLogTellsEachAssignmentInOneSentenceAndOpensToItsReasons() {
        online(amy, ben);
        var first = writes("王小明");
        awaitDecisions(first, 1);
        offline(amy, ben);
        var second = writes("李小華");
        awaitDecisions(second, 1);

        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/chat-groups/" + fresh.shop());
        page.locator("#tab-decisions").click();
        var log = page.getByTestId("decision");
        assertThat(log).hasCount(2);
        assertThat(log.first()).containsText("李小華 的聊聊進入暫存區：沒有客服在線。");
        assertThat(log.last()).containsText("王小明 的聊聊分配給 amy：「售前客服」可接的 2 人中有人同為未讀最少（0 則）");

        log.last().locator("summary").click();
        assertThat(log.last().getByText("買家開始新的對話")).isVisible();
        assertThat(log.last().locator("[data-load='0']")).hasCount(2);
        assertThat(log.last().locator("[data-why=OFFLINE]")).containsText("cara");
        assertThat(log.last().locator("[data-why=MAIN_NOT_INCLUDED]")).containsText("主帳號");
        browser.axe(page);

        page.getByTestId("decision-agent").selectOption(amy.toString());
        assertThat(log).hasCount(1);
        page.getByTestId("decision-reason").selectOption("LOYAL");
        assertThat(page.getByText("沒有符合的紀錄")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*reason=LOYAL.*"));
    }

    @Test
    void theLogIsReadPageByPageAndByDay() {
        for (var number = 0; number < 30; number++) {
            writes("買家 " + number);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> staged() == 30);

        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/chat-groups/" + fresh.shop() + "/decisions");
        assertThat(page.getByTestId("decision")).hasCount(25);
        page.getByTestId("decisions-older").click();
        assertThat(page.getByTestId("decision")).hasCount(30);
        assertThat(page.getByTestId("decisions-older")).hasCount(0);
        assertThat(page.getByTestId("decision").last()).containsText("買家 0 ");

        page.getByTestId("decision-to").fill("2020-01-01");
        assertThat(page.getByText("沒有符合的紀錄")).isVisible();
    }

    @Test
    void theLogIsForWhoeverManagesTheShopsGroups() {
        browser.expect("40[34]");
        var other = enterprises.open();
        var agent = browser.signedIn(fresh.code() + ":amy");

        assertThat(agent.navigate("/platform/chat-groups/" + fresh.shop() + "/decisions")
                        .status())
                .isEqualTo(403);
        assertThat(agent.navigate("/platform/chat-groups/" + other.shop() + "/decisions")
                        .status())
                .isEqualTo(404);
        assertThat(browser.signedIn(fresh.code() + ":main")
                        .navigate(
                                "/platform/chat-groups/" + fresh.shop() + "/decisions?agent=x&reason=y&from=z&before=-")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void programsReadTheSameWithEveryFieldOfTheContract() {
        online(amy);
        var conversation = writes("王小明");
        awaitDecisions(conversation, 1);

        var decision = api.get("/conversations/%s/decisions", conversation)
                .as(200)
                .items()
                .getFirst();

        assertThat(decision.path("at").asString()).endsWith("Z");
        assertThat(decision.path("trigger").asString()).isEqualTo("MESSAGE");
        assertThat(decision.path("reason").asString()).isEqualTo("GROUP");
        assertThat(decision.path("assigned").asString()).isEqualTo(amy.toString());
        assertThat(decision.path("sentence").asString()).contains("王小明", "amy", "售前客服");
        var candidate = decision.path("candidates").path(0);
        assertThat(candidate.path("member").asString()).isEqualTo(amy.toString());
        assertThat(candidate.path("load").asInt(-1)).isZero();
        assertThat(candidate.path("createdAt").asString()).endsWith("Z");
        assertThat(candidate.path("group").asString()).isNotEmpty();
        assertThat(decision.path("excluded").valueStream())
                .extracting(it ->
                        it.path("member").asString() + " " + it.path("why").asString())
                .contains(ben + " OFFLINE", cara + " OFFLINE");
    }

    private void online(MemberId... people) {
        present("ONLINE", people);
    }

    private void offline(MemberId... people) {
        present("OFFLINE", people);
    }

    private void present(String state, MemberId... people) {
        for (var who : people) {
            api.put("/members/" + who + "/presence", Map.of("state", state)).as(200);
        }
    }

    private String writes(String buyer) {
        var message = Map.of(
                "externalId",
                UUID.randomUUID().toString(),
                "buyer",
                Map.of("externalId", buyer, "name", buyer),
                "source",
                "PRODUCT_PAGE",
                "text",
                "在嗎?");
        return api.post("/shops/" + fresh.shop() + "/messages", message).as(202).text("conversation");
    }

    private int staged() {
        return api.get("/shops/%s/staging", fresh.shop()).as(200).number("waiting");
    }

    private void awaitDecisions(String conversation, int count) {
        await().until(() -> {
            var answer = api.get("/conversations/%s/decisions", conversation);
            return answer.status() == 200 && answer.items().size() == count;
        });
    }
}
