package dev.fenliu.scenarios;

import static dev.fenliu.scenarios.TheShop.M;
import static dev.fenliu.scenarios.TheShop.N1;
import static dev.fenliu.scenarios.TheShop.P1;
import static dev.fenliu.scenarios.TheShop.P2;
import static dev.fenliu.scenarios.TheShop.Q1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Scenarios of the rules, by their numbers. */
@FenliuTest
class ScenarioTests {
    private final FreshEnterprises enterprises;
    private final int port;
    private TheShop shop;

    @Autowired
    ScenarioTests(FreshEnterprises enterprises, @LocalServerPort int port) {
        this.enterprises = enterprises;
        this.port = port;
    }

    @BeforeEach
    void openTheShop() {
        var fresh = enterprises.open();
        var token = enterprises.token(fresh);
        shop = new TheShop(
                new Api(port, token), fresh.shop().toString(), fresh.main().toString());
    }

    @Test
    void scenario1TheLeastLoadedOfTheGroupGetsItAndOfEqualsTheOlderAccount() {
        shop.load(P1, 3);
        shop.load(P2, 2);
        shop.online(P1, P2);

        shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(P2, "MESSAGE", "GROUP");
        // Now both have three.
        shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(P1, "MESSAGE", "GROUP");
    }

    @Test
    void scenario2WithTheGroupAwayTheLeastLoadedOfAllOthersGetsIt() {
        shop.load(Q1, 5);
        shop.load(N1, 1);
        shop.online(Q1, N1);

        shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(N1, "MESSAGE", "FALLBACK");
    }

    @Test
    void scenario3WithOnlySomebodyHiddenItIsStagedAndKeepsItsPlace() {
        shop.hidden(N1);
        var first = shop.newBuyer().writesFrom("PRODUCT_PAGE").waitsBecause("NOBODY_ONLINE");
        var second = shop.newBuyer().writesFrom("PRODUCT_PAGE").waitsBecause("NOBODY_ONLINE");
        var since = shop.staging().path("oldestSince").asString();

        var conversation = first.conversation();
        first.writesFrom("PRODUCT_PAGE");

        assertThat(first.conversation()).isEqualTo(conversation);
        assertThat(shop.staging().path("waiting").asInt()).isEqualTo(2);
        assertThat(shop.staging().path("oldestSince").asString()).isEqualTo(since);
        assertThat(first.decisions()).hasSize(1);

        shop.distribution(Map.of("cap", 1));
        shop.online(N1);
        first.goesTo(N1, "AGENT_AVAILABLE", "FALLBACK");
        assertThat(second.state()).isEqualTo("WAITING");
    }

    @Test
    void scenario4TheMainAccountHelpsOutWhenEveryAgentIsOffline() {
        shop.distribution(Map.of("includeMain", true));
        shop.online(M);

        shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(M, "MESSAGE", "MAIN_LAST");
    }

    @Test
    void scenario4WithAnAgentAtLoad99TheAgentGetsIt() {
        shop.load(Q1, 99);
        shop.distribution(Map.of("includeMain", true));
        shop.online(M, Q1);

        shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(Q1, "MESSAGE", "FALLBACK");
        shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(M, "MESSAGE", "MAIN_LAST");
    }

    @Test
    void scenario5WithItsSwitchOffTheMainAccountSeesNothing() {
        shop.online(M);

        shop.newBuyer().writesFrom("PRODUCT_PAGE").waitsBecause("NOBODY_ONLINE");

        assertThat(shop.conversationsOf(M)).isZero();
    }

    @Test
    void scenario5InAGroupWithItsSwitchOnTheMainAccountCompetesByLoad() {
        shop.load(P1, 1);
        shop.distribution(Map.of("includeMain", true));
        shop.changeGroup(shop.preSales, "售前", "PRODUCT_PAGE", P1, P2, M);
        shop.online(M, P1);

        shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(M, "MESSAGE", "GROUP");
    }

    @Test
    void scenario6WithDistributionOffTheMainAccountGetsItEvenOfflineButOwnersKeepTheirs() {
        shop.online(P1);
        var kept = shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(P1, "MESSAGE", "GROUP");

        shop.distribution(Map.of("enabled", false));

        shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(M, "MESSAGE", "DISTRIBUTION_OFF");
        kept.writesFrom("PRODUCT_PAGE").staysWith(P1);
        assertThat(kept.decisions()).hasSize(1);
    }

    @Test
    void scenario11AHiddenAgentGetsNoNewChatOfAFormerBuyerButKeepsOpenOnes() {
        shop.online(P1);
        var closed = shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(P1, "MESSAGE", "GROUP");
        closed.answeredBy(P1);
        closed.closedBy(P1);
        shop.later(Duration.ofDays(1));
        shop.online(P1);
        var open = shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(P1, "MESSAGE", "GROUP");

        shop.hidden(P1);
        shop.online(P2);

        closed.writesFrom("PRODUCT_PAGE").goesTo(P2, "MESSAGE", "GROUP");
        open.writesFrom("PRODUCT_PAGE").staysWith(P1);
    }

    @Test
    void scenario12AnUnreadChatStaysWithItsOwnerUntilTheBuyerWritesAgain() {
        shop.online(P1);
        var chat = shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(P1, "MESSAGE", "GROUP");
        var other = shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(P1, "MESSAGE", "GROUP");

        shop.later(Duration.ofHours(3));
        shop.online(P2);

        chat.staysWith(P1);
        assertThat(chat.state()).isEqualTo("OPEN");
        chat.writesFrom("PRODUCT_PAGE").goesTo(P2, "OWNER_GONE", "GROUP");

        assertThat(other.owner()).isEqualTo(P1);
        shop.online(N1);
        other.forward(M, N1).expecting(201);
        other.goesTo(N1, "REASSIGNED", "FORWARDED_TO_MEMBER");
    }

    @Test
    void scenario16TwoFirstMessagesAtOnceOpenOneConversationWithBoth() throws Exception {
        shop.online(P1);
        for (var round = 0; round < 10; round++) {
            var chat = shop.newBuyer();
            var answers = new ArrayList<Future<JsonNode>>();
            var start = new CountDownLatch(1);
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var i = 0; i < 2; i++) {
                    answers.add(threads.submit(() -> {
                        start.await();
                        return chat.send("PRODUCT_PAGE");
                    }));
                }
                start.countDown();
            }
            var conversations = List.of(
                    answers.getFirst().get().path("conversation").asString(),
                    answers.getLast().get().path("conversation").asString());

            assertThat(conversations.getFirst()).isEqualTo(conversations.getLast());
            chat.writesFrom("PRODUCT_PAGE");
            assertThat(chat.conversation()).isEqualTo(conversations.getFirst());
            assertThat(chat.messages()).hasSize(3);
        }
    }

    @Test
    void scenario17AMemberWhoMovesKeepsTheirChatsAndTheLastOneWhoLeavesTurnsDistributionOff() {
        shop.online(P1);
        var chat = shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(P1, "MESSAGE", "GROUP");

        shop.changeGroup(shop.afterSales, "售後", "ORDER_PAGE", Q1, P1);

        assertThat(shop.membersOf(shop.preSales)).containsExactly(P2);
        assertThat(shop.membersOf(shop.afterSales)).containsExactlyInAnyOrder(Q1, P1);
        chat.staysWith(P1);

        shop.offline(P1);
        var staged = shop.newBuyer().writesFrom("PRODUCT_PAGE").waitsBecause("NOBODY_ONLINE");
        shop.changeGroup(shop.preSales, "售前", "PRODUCT_PAGE");
        assertThat(shop.distribution().path("enabled").asBoolean()).isTrue();
        shop.changeGroup(shop.afterSales, "售後", "ORDER_PAGE");

        assertThat(shop.distribution().path("enabled").asBoolean()).isFalse();
        staged.goesTo(M, "DISTRIBUTION_CHANGED", "DISTRIBUTION_OFF");
        assertThat(shop.activities()).contains("distribution-off-last-member");
    }

    @Test
    void everyDecisionNamesItsCandidatesAndWhyTheOthersWereNotChosen() {
        shop.load(P1, 1);
        shop.online(P1, P2, Q1);
        shop.hidden(N1);

        var decision = shop.newBuyer()
                .writesFrom("PRODUCT_PAGE")
                .goesTo(P2, "MESSAGE", "GROUP")
                .decisions()
                .getFirst();

        assertThat(decision.path("candidates").get(0).path("load").asInt()).isZero();
        assertThat(decision.path("candidates").get(1).path("load").asInt()).isEqualTo(1);
        assertThat(decision.path("excluded").findValuesAsString("why"))
                .containsExactlyInAnyOrder("MAIN_NOT_INCLUDED", "NOT_IN_SOURCE_GROUP", "HIDDEN");
    }

    @Test
    void readingMakesRoomForTheNextStagedOne() {
        shop.distribution(Map.of("cap", 2));
        shop.online(P1);
        var first = shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(P1, "MESSAGE", "GROUP");
        shop.newBuyer().writesFrom("PRODUCT_PAGE").goesTo(P1, "MESSAGE", "GROUP");
        var third = shop.newBuyer().writesFrom("PRODUCT_PAGE").waitsBecause("ALL_AT_CAP");

        first.readBy(P1);

        third.goesTo(P1, "AGENT_AVAILABLE", "GROUP");
        await().atMost(5, SECONDS).until(() -> shop.load(P1) == 2);
    }
}
