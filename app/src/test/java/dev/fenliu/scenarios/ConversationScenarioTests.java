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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenarios 11 to 14, 16 and 17: what becomes of a conversation. */
@FenliuTest
class ConversationScenarioTests {
    @Autowired
    Shops shops;

    private TheShop shop;

    @BeforeEach
    void openTheShop() {
        shop = shops.open();
    }

    @Test
    void scenario11AChatClosedYesterdayGoesPastWhoHidesNow() {
        var buyer = shop.aBuyer();
        shop.online(P1);
        var yesterday = buyer.writes().goesTo(P1).isAnsweredBy(P1).isClosedBy(P1);
        shop.later(Duration.ofHours(24));
        shop.hidden(P1);
        shop.online(P2);

        var today = buyer.writes();

        assertThat(today).isNotEqualTo(yesterday);
        today.goesTo(P2).because("GROUP");
    }

    @Test
    void scenario11AnOpenChatStaysWithWhoHides() {
        var buyer = shop.aBuyer();
        shop.online(P1, P2);
        var chat = buyer.writes().goesTo(P1);
        shop.hidden(P1);

        assertThat(buyer.writes()).isEqualTo(chat);

        chat.staysWith(P1);
    }

    @Test
    void scenario12AnUnreadChatWaitsForItsOwnerForHours() {
        shop.online(P1);
        var chat = shop.aBuyer().writes().goesTo(P1);

        shop.later(Duration.ofHours(3));
        shop.online(P2);

        chat.staysWith(P1);
        assertThat(chat.state()).isEqualTo("OPEN");
        assertThat(chat.unread()).isEqualTo(1);
    }

    @Test
    void scenario12TheBuyersNextMessageTakesItToSomebodyWhoIsThere() {
        var buyer = shop.aBuyer();
        shop.online(P1);
        var chat = buyer.writes().goesTo(P1);
        shop.later(Duration.ofHours(3));
        shop.online(P2);

        assertThat(buyer.writes()).isEqualTo(chat);

        chat.goesTo(P2).setOffBy("OWNER_GONE").because("GROUP");
        assertThat(chat.texts()).hasSize(2);
    }

    @Test
    void scenario12TheMainAccountMayReassignIt() {
        shop.online(P1);
        var one = shop.aBuyer().writes().goesTo(P1);
        var other = shop.aBuyer().writes().goesTo(P1);
        shop.later(Duration.ofHours(3));
        shop.online(N1, Q1);

        one.isReassignedTo(N1);
        one.goesTo(N1).setOffBy("REASSIGNED");
        shop.reassignsAllOf(P1, Q1);

        other.goesTo(Q1).setOffBy("REASSIGNED");
        assertThat(shop.chatsOf(P1)).isEmpty();
    }

    @Test
    void scenario13WhatIsReadAndQuietForMoreThanHalfAnHourIsClosed() {
        shop.online(P1);
        var chat = shop.aBuyer().writes().goesTo(P1).isAnsweredBy(P1);

        shop.later(Duration.ofMinutes(29));
        assertThat(chat.state()).isEqualTo("OPEN");
        shop.later(Duration.ofSeconds(61));

        assertThat(chat.state()).isEqualTo("CLOSED");
        assertThat(chat.lines().getLast().path("from").asString()).isEqualTo("SYSTEM");
    }

    @Test
    void scenario13WhatIsUnreadIsNeverClosed() {
        shop.online(P1);
        var chat = shop.aBuyer().writes().goesTo(P1);

        shop.later(Duration.ofHours(10));

        assertThat(chat.state()).isEqualTo("OPEN");
        assertThat(chat.owner()).isEqualTo(P1);
    }

    @Test
    void scenario13WhatIsReadButNotAnsweredIsClosedAsUnanswered() {
        shop.online(P1);
        var chat = shop.aBuyer().writes().goesTo(P1).isReadBy(P1);

        shop.later(Duration.ofMinutes(30).plusSeconds(1));

        assertThat(chat.state()).isEqualTo("CLOSED_UNANSWERED");
    }

    @Test
    void scenario13WhatWasStagedForTenHoursAndIsOpenedNowIsOpen() {
        var chat = shop.aBuyer().writes().isStaged("NOBODY_ONLINE");
        shop.later(Duration.ofHours(10));
        shop.online(P1);
        chat.goesTo(P1).isReadBy(P1);

        shop.later(Duration.ofMinutes(29));

        assertThat(chat.state()).isEqualTo("OPEN");
    }

    @Test
    void scenario14AForwardedChatIsUnreadLabelledAndWhole() {
        shop.online(P1, Q1);
        var chat = shop.aBuyer().writes().goesTo(P1).isAnsweredBy(P1);

        var answer = chat.forwarding(P1, shop.afterSalesGroup(), "想退貨").as(201);

        assertThat(answer.text("owner")).isEqualTo(shop.id(Q1));
        chat.goesTo(Q1).setOffBy("FORWARDED").because("GROUP");
        assertThat(chat.unread()).isEqualTo(1);
        assertThat(chat.forwardedBy()).isEqualTo(P1);
        assertThat(chat.lines())
                .extracting(line -> line.path("from").asString())
                .containsExactly("BUYER", "AGENT", "SYSTEM");
        assertThat(chat.lines().getLast().path("text").asString()).contains("想退貨");
        assertThat(shop.chatsOf(P1)).isEmpty();
        assertThat(shop.load(Q1)).isEqualTo(1);
        chat.isAnsweredBy(Q1);
        assertThat(chat.forwardedBy()).isNull();
    }

    @Test
    void scenario14AGroupThatEverybodyHasLeftIsRefusedAndTheChatStays() {
        shop.online(P1, Q1);
        var chat = shop.aBuyer().writes().goesTo(P1);
        shop.offline(Q1);

        var refusal = chat.forwarding(P1, shop.afterSalesGroup(), "想退貨").as(409);

        assertThat(refusal.text("code")).isEqualTo("target-not-online");
        assertThat(chat.owner()).isEqualTo(P1);
        assertThat(chat.forwardedBy()).isNull();
        assertThat(chat.lines()).hasSize(1);
    }

    @Test
    void scenario16TwoFirstMessagesAtOnceAreOneConversation() throws Exception {
        shop.online(P1, P2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 20; round++) {
                var buyer = shop.aBuyer();
                var start = new CyclicBarrier(2);
                var one = threads.submit(write(buyer, "一", start));
                var other = threads.submit(write(buyer, "二", start));

                assertThat(one.get()).isEqualTo(other.get());
                assertThat(one.get().texts()).containsExactlyInAnyOrder("一", "二");
            }
        }
        // The last ones may still be on their way out of the staging area.
        await().untilAsserted(() ->
                assertThat(shop.chatsOf(P1).size() + shop.chatsOf(P2).size()).isEqualTo(20));
    }

    private static Callable<Chat> write(TheShop.Buyer buyer, String text, CyclicBarrier start) {
        return () -> {
            start.await();
            return buyer.writesFrom("PRODUCT_PAGE", text);
        };
    }

    @Test
    void scenario17WhoIsAddedToAGroupLeavesTheOtherAndKeepsTheirConversations() {
        shop.online(P1);
        var chat = shop.aBuyer().writes().goesTo(P1);

        shop.hasInAfterSales(Q1, P1);

        assertThat(shop.preSales()).containsExactly(P2);
        assertThat(shop.afterSales()).containsExactlyInAnyOrder(Q1, P1);
        chat.staysWith(P1);
        shop.online(P2, Q1);
        shop.aBuyer().writesFrom("ORDER_PAGE").goesTo(Q1).because("GROUP");
        shop.aBuyer().writesFrom("PRODUCT_PAGE").goesTo(P2).because("GROUP");
    }

    @Test
    void scenario17WhenTheLastMemberLeavesDistributionIsOffAndStagedChatsGoToTheMainAccount() {
        var staged = List.of(shop.aBuyer().writes(), shop.aBuyer().writes());
        staged.forEach(chat -> chat.isStaged("NOBODY_ONLINE"));
        shop.hasInPreSales();
        assertThat(shop.distributes()).isTrue();

        shop.hasInAfterSales();

        assertThat(shop.distributes()).isFalse();
        assertThat(shop.activity()).contains("distribution-off-last-member");
        staged.forEach(chat -> chat.goesTo(M).setOffBy("DISTRIBUTION_CHANGED").because("DISTRIBUTION_OFF"));
        assertThat(shop.staged()).isZero();
    }
}
