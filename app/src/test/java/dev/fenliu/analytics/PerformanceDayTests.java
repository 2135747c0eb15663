package dev.fenliu.analytics;

import static dev.fenliu.scenarios.Who.P1;
import static dev.fenliu.scenarios.Who.P2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.scenarios.Shops;
import dev.fenliu.scenarios.TheShop;
import dev.fenliu.scenarios.Who;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A day of shop S, and what the HTTP API counts of it. */
@FenliuTest
class PerformanceDayTests {
    @Autowired
    Shops shops;

    private TheShop shop;
    private Instant morning;

    @BeforeEach
    void openTheShopInTheMorning() {
        shop = shops.open();
        morning = shop.nextMorning();
    }

    @Test
    void theFiguresFollowTheDay() {
        shop.online(P1);
        var closed = shop.aBuyer().writes().goesTo(P1);
        var read = shop.aBuyer().writes().goesTo(P1);
        shop.aBuyer().writes().goesTo(P1);
        closed.isAnsweredBy(P1).isClosedBy(P1);
        read.isReadBy(P1);
        everyMinute(6, () -> shop.online(P1));
        everyMinute(3, () -> shop.hidden(P1));
        shop.hidden(P1);
        shop.aBuyer().writes().isStaged("NOBODY_ONLINE");

        var agent = agent(P1, "");
        assertThat(agent.path("presence").asString()).isEqualTo("HIDDEN");
        assertCounts(agent, 1, 0, 1, 1);
        assertHours(agent, "onlineHours", "0.10");
        assertHours(agent, "hiddenHours", "0.05");
        assertCounts(theShop(""), 1, 0, 1, 1);
        assertThat(theShop("").path("waiting").asInt()).isEqualTo(1);
        assertThat(Instant.parse(theShop("").path("oldestSince").asString()))
                .isBetween(morning.plus(Duration.ofMinutes(9)), morning.plus(Duration.ofMinutes(15)));

        shop.offline(P1);
        shop.later(Duration.ofMinutes(40));

        agent = agent(P1, "");
        assertThat(agent.path("presence").asString()).isEqualTo("OFFLINE");
        assertCounts(agent, 1, 1, 0, 1);
        assertHours(agent, "onlineHours", "0.10");
        assertHours(agent, "hiddenHours", "0.05");
    }

    @Test
    void aNewDayBeginsAtTheShopsMidnightAndTheOldOneCanStillBeAskedFor() {
        shop.online(P1);
        shop.aBuyer().writes().goesTo(P1).isAnsweredBy(P1).isClosedBy(P1);
        shop.aBuyer().writes().goesTo(P1);
        everyMinute(3, () -> shop.online(P1));
        var yesterday = "&date=" + morning.atZone(TheShop.ZONE).toLocalDate();
        shop.nextMorning();

        var today = agent(P1, "");
        assertCounts(today, 0, 0, 0, 1);
        assertHours(today, "onlineHours", "0.00");

        var before = agent(P1, yesterday);
        assertThat(before.path("closedByHand").asInt()).isEqualTo(1);
        assertHours(before, "onlineHours", "0.05");
        for (var row : List.of(before, theShop(yesterday))) {
            assertThat(row.path("closed").asInt()).isEqualTo(1);
            assertThat(row.propertyNames()).doesNotContain("presence", "open", "unread", "waiting", "oldestSince");
        }
    }

    @Test
    void answersAreMeasuredFromTheBuyersFirstMessageThatHadNone() {
        shop.online(P1);
        var buyer = shop.aBuyer();
        var chat = buyer.writes().goesTo(P1);
        shop.later(Duration.ofSeconds(20));
        buyer.writes();
        shop.later(Duration.ofSeconds(20));
        chat.isAnsweredBy(P1).isAnsweredBy(P1);
        buyer.writes();
        shop.later(Duration.ofSeconds(80));
        chat.isAnsweredBy(P1);
        shop.online(P1);
        shop.aBuyer().writes().goesTo(P1);
        chat.isClosedBy(P1);
        buyer.writes().goesTo(P1);

        for (var row : List.of(agent(P1, ""), theShop(""))) {
            assertThat(row.path("conversations").asInt()).isEqualTo(3);
            assertThat(row.path("newBuyers").asInt()).isEqualTo(2);
            assertThat(row.path("returningBuyers").asInt()).isEqualTo(1);
            assertThat(row.path("answeredInTime").asInt()).isEqualTo(1);
            assertThat(row.path("responseRate").decimalValue()).isEqualByComparingTo("0.3333");
            assertThat(row.path("firstResponseMedianSeconds").asInt()).isBetween(40, 50);
            assertThat(row.path("responses").asInt()).isEqualTo(2);
            assertThat(row.path("responseP90Seconds").asInt()).isBetween(80, 95);
        }
    }

    @Test
    void aConversationIsAnsweredInTimeByWhoeverAnswersItWithinTwelveHours() {
        shop.online(P1);
        var inTime = shop.aBuyer().writes().goesTo(P1);
        var late = shop.aBuyer().writes().goesTo(P1);
        everyMinute(1, () -> shop.online(P1, P2));
        inTime.isReassignedTo(P2);
        shop.later(Duration.ofHours(11));
        inTime.isAnsweredBy(P2);
        shop.later(Duration.ofMinutes(61));
        late.isAnsweredBy(P1);

        assertThat(agent(P2, "").path("responseRate").decimalValue()).isEqualByComparingTo("1");
        assertThat(agent(P1, "").path("responseRate").decimalValue()).isEqualByComparingTo("0");
        assertThat(theShop("").path("responseRate").decimalValue()).isEqualByComparingTo("0.5");
    }

    @Test
    void aForwardCountsForBothAndAReassignmentForNeither() {
        shop.online(P1, P2);
        var chat = shop.aBuyer().writes();
        chat.goesTo(P1).isForwardedBy(P1, P2).goesTo(P2).isReassignedTo(P1);

        assertThat(agent(P1, "").path("forwardedOut").asInt()).isEqualTo(1);
        assertThat(agent(P2, "").path("forwardedIn").asInt()).isEqualTo(1);
        assertThat(agent(P1, "").path("forwardedIn").asInt()).isZero();
        assertThat(theShop("").path("forwardedOut").asInt()).isEqualTo(1);
    }

    @Test
    void whoeverTakesAConversationOverIsCreditedWithItsClosing() {
        shop.online(P1, P2);
        var chat = shop.aBuyer().writes().goesTo(P1);
        chat.isReassignedTo(P2).goesTo(P2).isClosedBy(P2);

        assertCounts(agent(P1, ""), 0, 0, 0, 0);
        assertCounts(agent(P2, ""), 1, 0, 0, 0);
    }

    @Test
    void theRowsOfTheShopAddUpToItsFigures() {
        shop.online(P1, P2);
        var chats =
                IntStream.range(0, 6).mapToObj(number -> shop.aBuyer().writes()).toList();
        everyMinute(2, () -> shop.online(P1, P2));
        chats.forEach(chat -> assertThat(chat.owner()).isIn(P1, P2));
        for (var chat : chats.subList(0, 3)) {
            var owner = chat.owner() == P1 ? P1 : P2;
            chat.isAnsweredBy(owner).isClosedBy(owner);
        }
        shop.offline(P2);
        shop.offline(P1);

        var total = theShop("");
        var rows =
                shop.api().get("/performance/agents?shop=%s", shop.id()).as(200).items();

        for (var figure : List.of("closed", "closedByHand", "closedBySystem", "open", "unread")) {
            assertThat(rows.stream().mapToInt(row -> row.path(figure).asInt()).sum())
                    .as(figure)
                    .isEqualTo(total.path(figure).asInt());
        }
        for (var figure : List.of("onlineHours", "hiddenHours")) {
            assertThat(rows.stream()
                            .map(row -> row.path(figure).decimalValue())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(figure)
                    .isEqualByComparingTo(total.path(figure).decimalValue());
        }
        assertThat(total.path("closed").asInt()).isEqualTo(3);
        assertThat(total.path("unread").asInt()).isEqualTo(3);
    }

    @Test
    void theStatisticsOfTodayAreTheDashboards() {
        shop.online(P1);
        shop.aBuyer().writes().goesTo(P1).isAnsweredBy(P1).isClosedBy(P1);
        var today = morning.atZone(TheShop.ZONE).toLocalDate().toString();

        var told = shop.api()
                .get("/performance/statistics?by=agents&shop=%s&from=%s&to=%s", shop.id(), today, today)
                .as(200);
        var row = told.items().stream()
                .filter(it -> it.path("id").asString().equals(shop.id(P1)))
                .findFirst()
                .orElseThrow();

        var live = agent(P1, "");
        for (var figure : List.of("closedByHand", "conversations", "responseRate", "responses", "newBuyers")) {
            assertThat(row.path(figure).decimalValue())
                    .as(figure)
                    .isEqualByComparingTo(live.path(figure).decimalValue())
                    .isPositive();
        }
        assertThat(told.body().path("total").path("conversations").asInt()).isEqualTo(1);
        assertThat(row.path("before").path("conversations").asInt()).isZero();
    }

    @Test
    void aPersonsDayIsToldDownToItsPartsAndBesideTheDaysBefore() {
        shop.online(P1);
        shop.aBuyer().writes().goesTo(P1).isAnsweredBy(P1).isClosedBy(P1);
        everyMinute(6, () -> shop.online(P1));
        everyMinute(3, () -> shop.hidden(P1));
        var today = morning.atZone(TheShop.ZONE).toLocalDate().toString();

        var told = shop.api()
                .get("/performance/agents/%s?shop=%s", shop.id(P1), shop.id())
                .as(200)
                .body();

        var live = agent(P1, "");
        var day = told.path("day");
        assertThat(told.path("member").asString()).isEqualTo(shop.id(P1));
        assertThat(told.path("shop").asString()).isEqualTo(shop.id());
        assertThat(day.path("date").asString()).isEqualTo(today);
        for (var figure : List.of("closedByHand", "conversations", "responses", "newBuyers", "onlineHours")) {
            assertThat(day.path(figure).decimalValue())
                    .as(figure)
                    .isEqualByComparingTo(live.path(figure).decimalValue())
                    .isPositive();
        }
        assertThat(told.path("timeline"))
                .extracting(part -> part.path("presence").asString())
                .containsExactly("ONLINE", "HIDDEN");
        assertThat(Instant.parse(told.path("timeline").path(0).path("from").asString()))
                .isBetween(morning, morning.plusSeconds(60));
        assertThat(told.path("days").size()).isEqualTo(30);
        assertThat(told.path("days").path(29)).isEqualTo(day);
        assertThat(told.path("reasons").size()).isOne();

        var before = shop.api()
                .get("/performance/agents/%s?date=2026-01-01", shop.id(P1))
                .as(200)
                .body();
        assertThat(before.path("day").path("closed").asInt()).isZero();
        assertThat(before.path("timeline").size()).isZero();
        assertThat(before.has("shop")).isFalse();
        assertThat(shop.api()
                        .get("/performance/agents/%s?date=soon", shop.id(P1))
                        .as(422)
                        .text("code"))
                .isEqualTo("unknown-date");
        assertThat(shop.api().get("/performance/agents/nobody").as(404).text("code"))
                .isEqualTo("unknown-member");
    }

    @Test
    void whatAreNoDaysInTheirOrderIsRefused() {
        for (var days :
                List.of("from=2026-02-30", "from=2026-03-02&to=2026-03-01", "to=9999-12-31", "from=2020-01-01")) {
            var answer = shop.api().get("/performance/statistics?" + days).as(422);

            assertThat(answer.text("code")).isEqualTo("unknown-period");
        }
        var ages = shop.api().get("/performance/statistics?to=-999999999-01-01").as(422);
        assertThat(ages.text("code")).isEqualTo("unknown-period");
        assertThat(ages.text("field")).isEqualTo("to");
    }

    @Test
    void figuresArePutTogetherByWhatTheirAnswerNamesAndByNothingElse() {
        for (var by : List.of("agents", "AGENTS")) {
            var told = shop.api().get("/performance/statistics?by=%s", by).as(200);

            assertThat(told.text("by")).isEqualToIgnoringCase("agents");
        }
        for (var path : List.of("/performance/statistics", "/performance/statistics.csv")) {
            var answer = shop.api().get(path + "?by=agent").as(422);

            assertThat(answer.text("code")).isEqualTo("unknown-breakdown");
            assertThat(answer.text("field")).isEqualTo("by");
        }
    }

    @Test
    void whatIsNoDayThatHasComeIsRefusedByName() {
        for (var date : List.of("2026-02-30", "tomorrow", "9999-12-31")) {
            var answer = shop.api().get("/performance/agents?date=%s", date).as(422);

            assertThat(answer.text("code")).isEqualTo("unknown-date");
            assertThat(answer.text("field")).isEqualTo("date");
            assertThat(answer.text("detail")).contains(date);
        }
    }

    @Test
    void theShopOfAnotherEnterpriseIsAsUnknownAsOneThatIsNot() {
        var foreign =
                shop.api().get("/performance/agents?shop=%s", shops.open().id()).as(404);

        assertThat(foreign.text("code")).isEqualTo("unknown-shop");
        assertThat(shop.api().get("/performance/agents?shop=%s", "123456789").as(404))
                .isEqualTo(foreign);
    }

    private void everyMinute(int minutes, Runnable beat) {
        for (var minute = 0; minute < minutes; minute++) {
            beat.run();
            shop.later(Duration.ofMinutes(1));
        }
        beat.run();
    }

    private JsonNode agent(Who who, String more) {
        return shop.api().get("/performance/agents?shop=%s" + more, shop.id()).as(200).items().stream()
                .filter(row -> row.path("member").asString().equals(shop.id(who)))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode theShop(String more) {
        return shop.api().get("/performance/shops?" + more).as(200).items().getFirst();
    }

    private static void assertCounts(JsonNode row, int byHand, int bySystem, int open, int unread) {
        assertThat(List.of(
                        row.path("closedByHand").asInt(),
                        row.path("closedBySystem").asInt(),
                        row.path("closed").asInt(),
                        row.path("open").asInt(),
                        row.path("unread").asInt()))
                .containsExactly(byHand, bySystem, byHand + bySystem, open, unread);
    }

    /** The clock runs on while a test does its work: a minute of it is two hundredths of an hour. */
    private static void assertHours(JsonNode row, String figure, String least) {
        var hours = row.path(figure).decimalValue();
        assertThat(hours.scale()).isLessThanOrEqualTo(2);
        assertThat(hours).isBetween(new BigDecimal(least), new BigDecimal(least).add(new BigDecimal("0.02")));
    }
}
