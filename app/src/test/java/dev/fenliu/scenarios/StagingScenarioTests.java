package dev.fenliu.scenarios;

import static dev.fenliu.scenarios.Who.M;
import static dev.fenliu.scenarios.Who.N1;
import static dev.fenliu.scenarios.Who.P1;
import static dev.fenliu.scenarios.Who.P2;
import static dev.fenliu.scenarios.Who.Q1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.app.FenliuTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenarios 7, 8 and 15: many chats at once, and the staging area. */
@FenliuTest
class StagingScenarioTests {
    @Autowired
    Shops shops;

    private TheShop shop;

    @BeforeEach
    void openTheShop() {
        shop = shops.open();
    }

    @Test
    void scenario7TheFirstWhoComesGetsTheOldestHundredAsManyAsTheyReadAndTheNextTheRest() {
        var staged = shop.chats(250);

        shop.online(P1);
        soon(() -> assertThat(shop.chatsOf(P1)).isEqualTo(staged.subList(0, 100)));
        assertThat(shop.staged()).isEqualTo(150);

        staged.subList(0, 7).forEach(chat -> chat.isReadBy(P1));
        soon(() -> assertThat(shop.chatsOf(P1)).isEqualTo(staged.subList(0, 107)));
        assertThat(shop.staged()).isEqualTo(143);
        assertThat(shop.load(P1)).isEqualTo(100);

        shop.online(P2);
        soon(() -> assertThat(shop.chatsOf(P2)).isEqualTo(staged.subList(107, 207)));
        assertThat(shop.staged()).isEqualTo(43);
        staged.get(206).setOffBy("AGENT_AVAILABLE").because("GROUP");
    }

    @Test
    void whoeverShowsThemselvesAgainTakesWhatWaits() {
        shop.hidden(P1);
        var chat = shop.aBuyer().writes().isStaged("NOBODY_ONLINE");

        shop.online(P1);

        chat.goesTo(P1).because("GROUP").setOffBy("AGENT_AVAILABLE");
    }

    @Test
    void aHigherCapMakesRoomForWhatWaits() {
        shop.setsTheCapTo(1);
        shop.online(P1);
        shop.aBuyer().writes().goesTo(P1);
        var chat = shop.aBuyer().writes().isStaged("ALL_AT_CAP");

        shop.setsTheCapTo(2);

        chat.goesTo(P1).because("GROUP").setOffBy("AGENT_AVAILABLE");
    }

    @Test
    void whoeverClosesAChatTakesWhatWaits() {
        shop.setsTheCapTo(1);
        shop.online(P1);
        var first = shop.aBuyer().writes().goesTo(P1);
        var chat = shop.aBuyer().writes().isStaged("ALL_AT_CAP");

        first.isClosedBy(P1);

        chat.goesTo(P1).because("GROUP").setOffBy("AGENT_AVAILABLE");
    }

    @Test
    void whoeverMayAnswerAgainTakesWhatWaits() {
        shop.online(N1);
        shop.loses(N1, Map.of("status", "DISABLED"));
        var chat = shop.aBuyer().writesFrom("ORDER_PAGE");
        assertThat(chat.owner()).isNull();

        shop.api().patch("/members/" + shop.id(N1), Map.of("status", "ACTIVE")).as(200);

        chat.goesTo(N1).because("FALLBACK").setOffBy("AGENT_AVAILABLE");
    }

    @Test
    void theMainAccountTakesWhatWaitsOnceItIsIncluded() {
        shop.online(M);
        var chat = shop.aBuyer().writes().isStaged("NOBODY_ONLINE");

        shop.includesTheMainAccount();

        chat.goesTo(M).because("MAIN_LAST").setOffBy("AGENT_AVAILABLE");
    }

    @Test
    void ofSeveralGroupsWithTheSourceEverybodyIsCompared() {
        shop.loads(P1, 2).loads(P2, 2);
        shop.alsoHasInAfterSales("PRODUCT_PAGE");
        shop.online(P1, P2, Q1, N1);

        var chat = shop.aBuyer().writes().goesTo(Q1).because("GROUP");

        assertThat(chat.candidates()).containsOnlyKeys(P1, P2, Q1);
    }

    @Test
    void scenario8TwoWhoBecomeAvailableInTheSameBatchGetAHundredEachAndFiftyStay() {
        var staged = shop.chats(250);

        becomeAvailableTogether();

        soon(() -> assertThat(shop.staged()).isEqualTo(50));
        assertThat(shop.chatsOf(P1)).hasSize(100);
        assertThat(shop.chatsOf(P2)).hasSize(100);
        assertThat(shop.waitingChats()).isEqualTo(staged.subList(200, 250));
    }

    @Test
    void scenario8TwoWhoBecomeAvailableInTheSameBatchShareEightyEvenly() {
        var staged = shop.chats(80);

        becomeAvailableTogether();

        soon(() -> assertThat(shop.staged()).isZero());
        assertThat(shop.chatsOf(P1)).hasSize(40);
        assertThat(shop.chatsOf(P2)).hasSize(40);
        // One after the other, beginning with the earlier account.
        assertThat(IntStream.range(0, 80).filter(number -> number % 2 == 0).mapToObj(staged::get))
                .containsExactlyElementsOf(shop.chatsOf(P1));
    }

    /** Both come while nothing is assigned, so that one batch finds them both. */
    private void becomeAvailableTogether() {
        shop.isDisabled();
        shop.online(P1, P2);
        shop.isAuthorized();
    }

    @Test
    void scenario15OfTwoHundredAtOnceNobodyGetsMoreThanTheCapAndTheOrderIsKept() throws Exception {
        shop.setsTheCapTo(10);
        shop.online(P1, P2, Q1, N1);

        atOnce(
                3,
                IntStream.range(0, 200)
                        .<Callable<Chat>>mapToObj(_ -> shop.aBuyer()::writes)
                        .toList());

        soon(() -> assertThat(Stream.of(P1, P2, Q1, N1).map(shop::load)).containsOnly(10));
        soon(() -> assertThat(shop.staged()).isEqualTo(160));
        var owned = Stream.of(P1, P2, Q1, N1)
                .flatMap(who -> shop.chatsOf(who).stream())
                .toList();
        assertThat(owned).hasSize(40).doesNotHaveDuplicates().doesNotContainAnyElementsOf(shop.waitingChats());
        assertThatNoneOvertook(owned, shop.waitingChats());
    }

    @Test
    void scenario15AnAgentOfTwoShopsThatBurstTogetherGetsNoMoreThanTheCapEither() throws Exception {
        shop.setsTheCapTo(10);
        var sister = shop.sister("賣場T", 10, P1);
        shop.online(P1, P2);

        atOnce(
                3,
                IntStream.range(0, 100)
                        .<Callable<Chat>>mapToObj(
                                number -> number % 2 == 0 ? shop.aBuyer()::writes : () -> sister.get())
                        .toList());

        soon(() -> assertThat(Stream.of(P1, P2).map(shop::load)).containsOnly(10));
        soon(() -> assertThat(
                        shop.api().get("/conversations?state=WAITING&limit=200").items())
                .hasSize(80));
        assertThat(
                        Stream.of(P1, P2)
                                .flatMap(who -> shop
                                        .api()
                                        .get("/conversations?state=OPEN&limit=200&owner=%s", shop.id(who))
                                        .items()
                                        .stream()))
                .hasSize(20);
    }

    /** None that was waiting already when a later one was given away. */
    private static void assertThatNoneOvertook(List<Chat> owned, List<Chat> waiting) {
        record Turn(Instant openedAt, Instant decidedAt) {
            static Turn of(Chat chat) {
                return new Turn(chat.openedAt(), chat.decidedAt());
            }
        }
        var given = owned.stream().map(Turn::of).toList();
        for (var left : waiting.stream().limit(60).map(Turn::of).toList()) {
            assertThat(given)
                    .noneMatch(turn -> left.openedAt().isBefore(turn.openedAt())
                            && !left.decidedAt().isAfter(turn.decidedAt()));
        }
    }

    private static void atOnce(int threads, List<Callable<Chat>> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var done : new ArrayList<>(pool.invokeAll(work))) {
                done.get();
            }
        }
    }

    private static void soon(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(assertion);
    }
}
