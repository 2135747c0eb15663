package dev.fenliu.routing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.Received;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Many buyers and agents at once, and what must hold afterwards whatever they did. */
@Component
class Crowd {
    private final FreshEnterprises enterprises;
    private final ManageChatGroups groups;
    private final ManageDistribution distribution;
    private final Desks desks;
    private final JdbcClient jdbc;
    private final Clock clock;

    Crowd(
            FreshEnterprises enterprises,
            ManageChatGroups groups,
            ManageDistribution distribution,
            Desks desks,
            JdbcClient jdbc,
            Clock clock) {
        this.enterprises = enterprises;
        this.groups = groups;
        this.distribution = distribution;
        this.desks = desks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Fresh open() {
        return enterprises.open();
    }

    List<MemberId> agents(Fresh fresh, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> enterprises.agent(fresh, "agent" + number))
                .toList();
    }

    /** Product chats of the shop go to these. */
    void distribute(Fresh fresh, ShopId shop, List<MemberId> agents, int cap) {
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

    void online(Fresh fresh, MemberId agent) {
        desks.choose(fresh.enterprise(), agent, Presence.ONLINE, clock.instant());
    }

    Received write(ReceiveMessages door, Fresh fresh, ShopId shop, String buyer) {
        return door.receive(
                fresh.enterprise(),
                shop,
                new IncomingMessage(buyer, null, null, ChatSource.PRODUCT_PAGE, "你好", null),
                clock.instant());
    }

    static void atOnce(int threads, int times, IntConsumer work) throws InterruptedException, ExecutionException {
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

    void awaitDecided(Fresh fresh) {
        await().atMost(60, SECONDS)
                .until(() ->
                        count(fresh, "select count(*) from routing_staging where enterprise_id = ? and phase = 'ASKED'")
                                == 0);
    }

    void awaitOwned(Fresh fresh, MemberId agent, int conversations) {
        await().until(() -> owned(fresh, agent) >= conversations);
        awaitDecided(fresh);
        assertThat(owned(fresh, agent)).isEqualTo(conversations);
    }

    long owned(Fresh fresh, MemberId agent) {
        return count(
                fresh,
                "select count(*) from webchat_conversation where enterprise_id = ? and state = 'OPEN' and owner_id = "
                        + agent.value());
    }

    /** Whatever came: nothing lost, nothing doubled, nobody overtaken. */
    void assertWhole(Fresh fresh, int conversations) {
        assertThat(count(fresh, "select count(*) from webchat_conversation where enterprise_id = ?"))
                .as("conversations")
                .isEqualTo(conversations);
        assertThat(count(fresh, """
                        select count(*) from webchat_conversation c
                        left join routing_staging s on s.conversation_id = c.id and s.phase = 'WAITING'
                        where c.enterprise_id = ?
                            and not (c.state = 'OPEN' and c.owner_id is not null and s.conversation_id is null)
                            and not (c.state = 'WAITING' and c.owner_id is null and s.conversation_id is not null)""")).as("neither with one owner nor staged").isZero();
        assertThat(count(fresh, """
                        select count(*) from webchat_conversation c
                        where c.enterprise_id = ? and (select count(*) from routing_decision d
                            where d.conversation_id = c.id and d.member_id is not null) <> (c.owner_id is not null)"""))
                .as("not given to its owner by one decision")
                .isZero();
        assertThat(overtaken(fresh)).as("overtaken").isZero();
    }

    /** Those that were staged already when a later one of their shop was given away. Decisions have growing ids. */
    private long overtaken(Fresh fresh) {
        return count(fresh, """
                select count(*) from routing_staging s
                join routing_decision staged on staged.conversation_id = s.conversation_id and staged.member_id is null
                join webchat_conversation c
                    on c.shop_id = s.shop_id and c.state = 'OPEN' and c.opened_at > s.asked_at
                join routing_decision given on given.conversation_id = c.id and given.member_id is not null
                where s.enterprise_id = ? and s.phase = 'WAITING' and staged.id < given.id""");
    }

    long count(Fresh fresh, String sql) {
        return jdbc.sql(sql)
                .param(fresh.enterprise().value())
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
