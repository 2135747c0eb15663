package dev.fenliu.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.webchat.application.ReceiveMessages;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;

/** Many buyers at once, with real threads on the real database. */
@FenliuTest
class RoutingUnderLoadTests {
    private final Crowd crowd;
    private final FreshEnterprises enterprises;
    private final ReceiveMessages messages;
    private final Desks desks;
    private final Clock clock;
    private Fresh fresh;

    @Autowired
    RoutingUnderLoadTests(
            Crowd crowd, FreshEnterprises enterprises, ReceiveMessages messages, Desks desks, Clock clock) {
        this.crowd = crowd;
        this.enterprises = enterprises;
        this.messages = messages;
        this.desks = desks;
        this.clock = clock;
    }

    @BeforeEach
    void openTheShop() {
        fresh = crowd.open();
    }

    @Test
    void threeHundredChatsOnSixteenThreadsAreSharedEvenlyByTenAgents() throws Exception {
        var agents = crowd.agents(fresh, 10);
        crowd.distribute(fresh, fresh.shop(), agents, 100);
        agents.forEach(agent -> crowd.online(fresh, agent));

        Crowd.atOnce(16, 300, buyer -> write(fresh.shop(), "buyer" + buyer));
        crowd.awaitDecided(fresh);

        assertThat(agents).allMatch(agent -> crowd.owned(fresh, agent) == 30);
        crowd.assertWhole(fresh, 300);
    }

    @Test
    void nobodyPassesTheCapOverTwoShopsThatBurstTogetherAndTheOrderIsKept() throws Exception {
        var agents = crowd.agents(fresh, 4);
        var other = enterprises.shop(fresh, "賣場T");
        crowd.distribute(fresh, fresh.shop(), agents.subList(0, 3), 10);
        crowd.distribute(fresh, other, agents.subList(2, 4), 10);
        agents.forEach(agent -> crowd.online(fresh, agent));

        Crowd.atOnce(3, 200, buyer -> write(buyer % 2 == 0 ? fresh.shop() : other, "buyer" + buyer));
        crowd.awaitDecided(fresh);

        assertThat(agents).allMatch(agent -> crowd.owned(fresh, agent) == 10);
        crowd.assertWhole(fresh, 200);
    }

    @Test
    void twoFirstMessagesOfOneBuyerAtOnceOpenOneConversationWithBoth() throws Exception {
        var agents = crowd.agents(fresh, 2);
        crowd.distribute(fresh, fresh.shop(), agents, 100);
        agents.forEach(agent -> crowd.online(fresh, agent));

        for (var round = 0; round < 25; round++) {
            var buyer = "buyer" + round;
            Crowd.atOnce(2, 2, any -> write(fresh.shop(), buyer));
        }
        crowd.awaitDecided(fresh);

        crowd.assertWhole(fresh, 25);
        assertThat(crowd.count(
                        fresh, "select count(*) from webchat_message where enterprise_id = ? and sender = 'BUYER'"))
                .isEqualTo(50);
        assertThat(crowd.count(
                        fresh, "select count(*) from webchat_conversation where enterprise_id = ? and last_seq <> 2"))
                .isZero();
    }

    @Test
    void whoeverHidesDuringABurstGetsNothingAfterwards() throws Exception {
        var agents = crowd.agents(fresh, 3);
        crowd.distribute(fresh, fresh.shop(), agents, 100);
        agents.forEach(agent -> crowd.online(fresh, agent));
        var hiding = agents.getFirst();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var choice =
                    threads.submit(() -> desks.choose(fresh.enterprise(), hiding, Presence.HIDDEN, clock.instant()));
            Crowd.atOnce(8, 80, buyer -> write(fresh.shop(), "buyer" + buyer));
            choice.get();
        }
        var before = crowd.owned(fresh, hiding);
        Crowd.atOnce(8, 40, buyer -> write(fresh.shop(), "late" + buyer));
        crowd.awaitDecided(fresh);

        assertThat(crowd.owned(fresh, hiding)).isEqualTo(before);
        crowd.assertWhole(fresh, 120);
    }

    @Test
    void batchesThatFailBetweenDecisionAndCommitLoseAndDoubleNothing() throws Exception {
        var agents = crowd.agents(fresh, 3);
        crowd.distribute(fresh, fresh.shop(), agents, 15);
        agents.forEach(agent -> crowd.online(fresh, agent));

        FailingRounds.plant(fresh.enterprise(), 4, () -> new CannotAcquireLockException("planted"));
        Crowd.atOnce(4, 40, buyer -> write(fresh.shop(), "buyer" + buyer));
        crowd.awaitDecided(fresh);

        assertThat(FailingRounds.left(fresh.enterprise())).isZero();
        crowd.assertWhole(fresh, 40);
        assertThat(agents).allMatch(agent -> crowd.owned(fresh, agent) >= 13);
    }

    @Test
    void aLaneThatBrokeRunsAgainWithTheNextSignal() {
        var agents = crowd.agents(fresh, 1);
        crowd.distribute(fresh, fresh.shop(), agents, 100);
        agents.forEach(agent -> crowd.online(fresh, agent));
        FailingRounds.plant(fresh.enterprise(), 1, () -> new IllegalStateException("planted"));

        write(fresh.shop(), "first");
        await().until(() -> FailingRounds.left(fresh.enterprise()) == 0);
        write(fresh.shop(), "second");
        crowd.awaitDecided(fresh);

        assertThat(crowd.owned(fresh, agents.getFirst())).isEqualTo(2);
        crowd.assertWhole(fresh, 2);
    }

    private void write(ShopId shop, String buyer) {
        crowd.write(messages, fresh, shop, buyer);
    }
}
