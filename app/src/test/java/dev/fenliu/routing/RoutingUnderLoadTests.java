package dev.fenliu.routing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.domain.IncomingMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many buyers at once, with real threads on the real database. */
@FenliuTest
class RoutingUnderLoadTests {
    private final FreshEnterprises enterprises;
    private final ManageChatGroups groups;
    private final ManageDistribution distribution;
    private final ReceiveMessages messages;
    private final Desks desks;
    private final JdbcClient jdbc;
    private final Clock clock;
    private Fresh fresh;

    @Autowired
    RoutingUnderLoadTests(
            FreshEnterprises enterprises,
            ManageChatGroups groups,
            ManageDistribution distribution,
            ReceiveMessages messages,
            Desks desks,
            JdbcClient jdbc,
            Clock clock) {
        this.enterprises = enterprises;
        this.groups = groups;
        this.distribution = distribution;
        this.messages = messages;
        this.desks = desks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void openTheShop() {
        fresh = enterprises.open();
    }

    @Test
    void threeHundredChatsOnSixteenThreadsAreSharedEvenlyByTenAgents() throws Exception {
        var agents = agents(10);
        distribute(fresh.shop(), agents, 100);
        agents.forEach(this::online);

        atOnce(16, 300, buyer -> write(fresh.shop(), "buyer" + buyer));
        awaitDecided();

        assertThat(agents.stream().map(this::owned)).allMatch(owned -> owned == 30);
    }

    @Test
    void nobodyPassesTheCapOverTwoShopsThatBurstTogetherAndTheOrderIsKept() throws Exception {
        var agents = agents(4);
        var other = enterprises.shop(fresh, "賣場T");
        distribute(fresh.shop(), agents.subList(0, 3), 10);
        distribute(other, agents.subList(2, 4), 10);
        agents.forEach(this::online);

        atOnce(3, 200, buyer -> write(buyer % 2 == 0 ? fresh.shop() : other, "buyer" + buyer));
        awaitDecided();

        assertThat(agents.stream().map(this::owned)).allMatch(owned -> owned == 10);
        assertThat(waiting()).isEqualTo(160);
        assertThat(laterOnesThatOvertook()).isZero();
    }

    @Test
    void twoFirstMessagesOfOneBuyerAtOnceOpenOneConversationWithBoth() throws Exception {
        var agents = agents(2);
        distribute(fresh.shop(), agents, 100);
        agents.forEach(this::online);

        for (var round = 0; round < 25; round++) {
            var buyer = "buyer" + round;
            atOnce(2, 2, any -> write(fresh.shop(), buyer));
        }
        awaitDecided();

        assertThat(count("select count(*) from webchat_conversation where enterprise_id = ?"))
                .isEqualTo(25);
        assertThat(count("select count(*) from webchat_message where enterprise_id = ? and sender = 'BUYER'"))
                .isEqualTo(50);
        assertThat(count("select count(*) from webchat_conversation where enterprise_id = ? and last_seq <> 2"))
                .isZero();
    }

    @Test
    void whoeverHidesDuringABurstGetsNothingAfterwards() throws Exception {
        var agents = agents(3);
        distribute(fresh.shop(), agents, 100);
        agents.forEach(this::online);
        var hiding = agents.getFirst();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var choice =
                    threads.submit(() -> desks.choose(fresh.enterprise(), hiding, Presence.HIDDEN, clock.instant()));
            atOnce(8, 80, buyer -> write(fresh.shop(), "buyer" + buyer));
            choice.get();
        }
        var before = owned(hiding);
        atOnce(8, 40, buyer -> write(fresh.shop(), "late" + buyer));
        awaitDecided();

        assertThat(owned(hiding)).isEqualTo(before);
        assertThat(count("select count(*) from webchat_conversation where enterprise_id = ? and state = 'OPEN'"))
                .isEqualTo(120);
    }

    private List<MemberId> agents(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> enterprises.agent(fresh, "agent" + number))
                .toList();
    }

    private void distribute(ShopId shop, List<MemberId> agents, int cap) {
        var members = agents.stream().map(MemberId::toString).toList();
        groups.create(
                fresh.actor(), shop, new GroupWish("售前客服", List.of(ChatSource.PRODUCT_PAGE), members), clock.instant());
        distribution.change(
                fresh.actor(),
                shop,
                new ManageDistribution.Wish(true, null, cap, null),
                LastMember.ASK_FIRST,
                clock.instant());
    }

    private void online(MemberId agent) {
        desks.choose(fresh.enterprise(), agent, Presence.ONLINE, clock.instant());
    }

    private void write(ShopId shop, String buyer) {
        messages.receive(
                fresh.enterprise(),
                shop,
                new IncomingMessage(buyer, null, null, ChatSource.PRODUCT_PAGE, "你好", null),
                clock.instant());
    }

    private void atOnce(int threads, int times, IntConsumer work) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<?>>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var time = 0; time < times; time++) {
                var number = time;
                running.add(pool.submit(() -> {
                    start.await();
                    work.accept(number);
                    return null;
                }));
            }
            start.countDown();
            for (var each : running) {
                each.get();
            }
        }
    }

    private void awaitDecided() {
        await().atMost(60, SECONDS)
                .until(() ->
                        count("select count(*) from routing_staging where enterprise_id = ? and phase = 'ASKED'") == 0);
    }

    private long owned(MemberId agent) {
        return count(
                "select count(*) from webchat_conversation where enterprise_id = ? and state = 'OPEN' and owner_id = "
                        + agent.value());
    }

    private long waiting() {
        return count("select count(*) from webchat_conversation where enterprise_id = ? and state = 'WAITING'");
    }

    /** Owned ones that asked after one of the same shop that still waits. */
    private long laterOnesThatOvertook() {
        return count("""
                select count(*) from webchat_conversation c
                where c.enterprise_id = ? and c.state = 'OPEN' and exists (
                    select 1 from routing_staging s
                    where s.shop_id = c.shop_id and s.phase = 'WAITING' and s.asked_at < c.opened_at)""");
    }

    private long count(String sql) {
        return jdbc.sql(sql)
                .param(fresh.enterprise().value())
                .query((row, index) -> row.getLong(1))
                .single();
    }
}
