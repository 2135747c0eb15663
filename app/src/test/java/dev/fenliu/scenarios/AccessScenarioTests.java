package dev.fenliu.scenarios;

import static dev.fenliu.scenarios.Who.M;
import static dev.fenliu.scenarios.Who.N1;
import static dev.fenliu.scenarios.Who.P1;
import static dev.fenliu.scenarios.Who.P2;
import static dev.fenliu.scenarios.Who.Q1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenario 18, and 17 as far as it follows from the same: somebody may not answer any more. */
@FenliuTest
class AccessScenarioTests {
    @Autowired
    Shops shops;

    private TheShop shop;

    @BeforeEach
    void openTheShop() {
        shop = shops.open();
    }

    @Test
    void scenario18WhatSomebodyHadWhoMayNotAnswerAnyMoreIsRoutedAgain() {
        shop.online(P2);
        var chats = shop.chats(5);
        chats.forEach(chat -> chat.goesTo(P2));
        chats.getFirst().isAnsweredBy(P2);
        shop.online(P1);

        shop.loses(P2, Map.of("grants", List.of()));

        chats.forEach(chat -> chat.goesTo(P1).setOffBy("ACCESS_LOST"));
        assertThat(shop.load(P1)).isEqualTo(5);
        assertThat(shop.chatsOf(P2)).isEmpty();
        assertThat(shop.preSales()).containsExactly(P1);
    }

    @Test
    void scenario18WithNobodyThereItWaits() {
        shop.online(P2);
        var chat = shop.aBuyer().writes().goesTo(P2).isReadBy(P2);

        shop.loses(P2, Map.of("status", "DISABLED"));

        chat.isStaged("NOBODY_ONLINE").setOffBy("ACCESS_LOST");
        shop.online(N1);
        chat.goesTo(N1).setOffBy("AGENT_AVAILABLE");
        assertThat(chat.unread()).isEqualTo(1);
    }

    @Test
    void whoMayAnswerAgainByTheTimeTheShopIsAuthorisedKeepsWhatTheyHad() {
        shop.online(P2);
        var chat = shop.aBuyer().writes().goesTo(P2).isAnsweredBy(P2);
        shop.isDisabled();
        shop.loses(P2, Map.of("status", "DISABLED"));
        shop.api().patch("/members/" + shop.id(P2), Map.of("status", "ACTIVE")).as(200);
        shop.online(P1, P2);

        shop.isAuthorized();

        shop.aBuyer().writes().isExplained();
        assertThat(chat.owner()).isEqualTo(P2);
        chat.because("GROUP").setOffBy("MESSAGE");
    }

    @Test
    void whatTheMainAccountHasReadByTheTimeTheShopIsAuthorisedStaysTheirs() {
        shop.switchesDistributionOff();
        var read = shop.aBuyer().writes().goesTo(M);
        var unread = shop.aBuyer().writes().goesTo(M);
        shop.isDisabled();
        shop.distribution(Map.of("enabled", true));
        read.isAnsweredBy(M);
        shop.online(P1, M);

        shop.isAuthorized();

        unread.goesTo(P1).setOffBy("DISTRIBUTION_CHANGED");
        assertThat(read.owner()).isEqualTo(M);
        read.because("DISTRIBUTION_OFF");
    }

    @Test
    void scenario17WhenTheLastLosesThePermissionDistributionIsOffToo() {
        var staged = shop.aBuyer().writes().isStaged("NOBODY_ONLINE");
        shop.hasInPreSales();

        shop.loses(Q1, Map.of("status", "DISABLED"));

        assertThat(shop.distributes()).isFalse();
        assertThat(shop.activity()).contains("distribution-off-last-member");
        staged.goesTo(M).setOffBy("DISTRIBUTION_CHANGED");
    }
}
