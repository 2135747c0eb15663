package dev.fenliu.accounts.application;

import static dev.fenliu.scenarios.Who.P1;
import static dev.fenliu.scenarios.Who.P2;
import static dev.fenliu.scenarios.Who.Q1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.AccountEvent.AccessChanging;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.scenarios.Shops;
import dev.fenliu.scenarios.TheShop;
import dev.fenliu.scenarios.Who;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Scenario 18, and 17 as far as it follows: a member loses the right to answer, whichever way that happens. */
@FenliuTest
class AccessLossTests {
    @Autowired
    Shops shops;

    @Autowired
    CurrentSnapshots snapshots;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void scenario18FiveOpenChatsOfWhoeverLosesThePermissionAreRoutedAgainReadOrNot() {
        var shop = shops.open();
        shop.online(P2);
        var chats = Stream.generate(() -> shop.aBuyer().writes().goesTo(P2))
                .limit(5)
                .toList();
        chats.getFirst().isAnsweredBy(P2);
        shop.online(P1);

        loses(shop, P2);

        chats.forEach(chat -> chat.goesTo(P1).because("GROUP").setOffBy("ACCESS_LOST"));
        assertThat(shop.load(P1)).isEqualTo(5);
        assertThat(shop.load(P2)).isZero();
    }

    @Test
    void whatIsHeldForThemIsRoutedAgainToo() {
        var shop = shops.open();
        var buyer = shop.aBuyer();
        shop.online(P2);
        buyer.writes().goesTo(P2).isAnsweredBy(P2).isClosedBy(P2);
        shop.offline(P2);
        var held = buyer.writes().goesTo(P2);
        assertThat(held.isHeld()).isTrue();

        loses(shop, P2);

        held.isStaged("NOBODY_ONLINE").setOffBy("ACCESS_LOST");
        shop.online(P1);
        held.goesTo(P1).setOffBy("AGENT_AVAILABLE");
    }

    @Test
    void scenario17TheyLeaveTheirGroupsAndTheLastTurnsDistributionOff() {
        var shop = shops.open();
        loses(shop, P1);
        assertThat(shop.preSales()).containsExactly(P2);
        loses(shop, P2);
        assertThat(shop.distributes()).isTrue();

        loses(shop, Q1);

        assertThat(shop.afterSales()).isEmpty();
        assertThat(shop.distributes()).isFalse();
        assertThat(shop.activity()).contains("distribution-off-last-member");
    }

    private void loses(TheShop shop, Who who) {
        var member = Long.parseLong(shop.id(who));
        shop.expectsNothingOf(who);
        transaction.executeWithoutResult(_ -> {
            var enterprise = new EnterpriseId(jdbc.sql("select enterprise_id from account_member where id = ?")
                    .param(member)
                    .query(Long.class)
                    .single());
            events.publishEvent(new AccessChanging(new Actor(enterprise, null, "test", "127.0.0.1"), clock.instant()));
            snapshots.locked(enterprise);
            jdbc.sql("delete from account_grant where member_id = ?")
                    .param(member)
                    .update();
            snapshots.changed(enterprise);
        });
    }
}
