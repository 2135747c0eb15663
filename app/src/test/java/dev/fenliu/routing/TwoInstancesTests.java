package dev.fenliu.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.FenliuApplication;
import dev.fenliu.accounts.DueWork;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Surfer;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.ReceiveMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.CannotAcquireLockException;

/** Two instances of the program on one database, over the same shops, with no sweep to mend what they miss. */
@FenliuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TwoInstancesTests {
    private final ConfigurableApplicationContext first;
    private final Crowd crowd;
    private final FreshEnterprises enterprises;
    private final AnswerConversations answers;
    private final Desks desks;
    private final Clock clock;
    private final int port;
    private ConfigurableApplicationContext second;
    private List<ReceiveMessages> doors;

    @Autowired
    TwoInstancesTests(
            ConfigurableApplicationContext first,
            Crowd crowd,
            FreshEnterprises enterprises,
            AnswerConversations answers,
            Desks desks,
            Clock clock,
            @LocalServerPort int port) {
        this.first = first;
        this.crowd = crowd;
        this.enterprises = enterprises;
        this.answers = answers;
        this.desks = desks;
        this.clock = clock;
        this.port = port;
    }

    @BeforeAll
    void startTheSecond() {
        var database = first.getBean(JdbcConnectionDetails.class);
        second = new SpringApplicationBuilder(FenliuApplication.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--fenliu.data-dir=target/fenliu-second",
                        "--fenliu.time-machine=false",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword());
        doors = Stream.of(first, second)
                .map(instance -> instance.getBean(ReceiveMessages.class))
                .toList();
    }

    @AfterAll
    void stopTheSecond() {
        second.close();
    }

    @Test
    void theyNeverMakeTheSameIdAsEachHasANumberOfItsOwn() {
        var nodes = new HashSet<Long>();
        for (var instance : List.of(first, second)) {
            // Ten bits of node number above the counter of twelve.
            nodes.add(instance.getBean(Ids.class).next() >>> 12 & 0x3FF);
        }
        assertThat(nodes).hasSize(2);
    }

    @Test
    void tenShopsShareTenAgentsEvenlyThroughBoth() throws Exception {
        var fresh = crowd.open();
        var agents = crowd.agents(fresh, 10);
        var shops = new ArrayList<ShopId>(List.of(fresh.shop()));
        IntStream.range(1, 10).forEach(number -> shops.add(enterprises.shop(fresh, "賣場" + number)));
        shops.forEach(shop -> crowd.distribute(fresh, shop, agents, 100));
        agents.forEach(agent -> crowd.online(fresh, agent));

        Crowd.atOnce(16, 300, buyer -> write(buyer, fresh, shops.get(buyer / 2 % 10)));
        crowd.awaitDecided(fresh);

        assertThat(agents).allMatch(agent -> crowd.owned(fresh, agent) == 30);
        crowd.assertWhole(fresh, 300);
    }

    @Test
    void nobodyPassesTheCapOfShopsThatBurstTogetherThroughBothWhileBatchesFail() throws Exception {
        var fresh = crowd.open();
        var agents = crowd.agents(fresh, 5);
        var other = enterprises.shop(fresh, "賣場T");
        crowd.distribute(fresh, fresh.shop(), agents.subList(0, 3), 12);
        crowd.distribute(fresh, other, agents.subList(2, 5), 12);
        agents.subList(0, 4).forEach(agent -> crowd.online(fresh, agent));

        FailingRounds.plant(fresh.enterprise(), 3, () -> new CannotAcquireLockException("planted"));
        Crowd.atOnce(16, 200, buyer -> write(buyer, fresh, buyer / 2 % 2 == 0 ? fresh.shop() : other));
        crowd.awaitDecided(fresh);
        assertThat(agents).extracting(agent -> crowd.owned(fresh, agent)).containsExactly(12L, 12L, 12L, 12L, 0L);
        crowd.assertWhole(fresh, 200);

        crowd.online(fresh, agents.getLast());
        await().until(() -> crowd.owned(fresh, agents.getLast()) == 12);
        crowd.assertWhole(fresh, 200);
    }

    @Test
    void noneOfAThousandLoneArrivalsWaits() throws Exception {
        var lanes = Stream.generate(crowd::open).limit(4).toList();
        for (var fresh : lanes) {
            var agents = crowd.agents(fresh, 1);
            crowd.distribute(fresh, fresh.shop(), agents, 1_000);
            crowd.online(fresh, agents.getFirst());
        }

        Crowd.atOnce(4, 4, lane -> {
            for (var number = 0; number < 250; number++) {
                arriveAlone(lanes.get(lane), number);
            }
        });

        lanes.forEach(fresh -> crowd.assertWhole(fresh, 250));
    }

    private void arriveAlone(Fresh fresh, int number) {
        write(number, fresh, fresh.shop());
        var giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (crowd.count(fresh, "select count(*) from routing_staging where enterprise_id = ?") > 0) {
            assertThat(System.nanoTime()).as("arrival %d waits", number).isLessThan(giveUp);
        }
    }

    @Test
    void whatFallsDueIsDoneOnceThoughBothDoIt() throws Exception {
        var fresh = crowd.open();
        var agent = crowd.agents(fresh, 1).getFirst();
        crowd.distribute(fresh, fresh.shop(), List.of(agent), 100);
        crowd.online(fresh, agent);
        for (var buyer = 0; buyer < 20; buyer++) {
            var conversation = write(buyer, fresh, fresh.shop());
            read(fresh, agent, conversation);
        }

        var later = clock.instant().plus(Duration.ofMinutes(31));
        var works = Stream.of(first, second)
                .map(instance ->
                        instance.getBeanProvider(DueWork.class).orderedStream().toList())
                .toList();
        Crowd.atOnce(2, 2, instance -> works.get(instance).forEach(work -> work.doDue(later)));

        assertThat(
                        crowd.count(
                                fresh,
                                "select count(*) from webchat_conversation where enterprise_id = ? and state = 'CLOSED_UNANSWERED' and last_seq = 2"))
                .isEqualTo(20);
        assertThat(crowd.count(fresh, "select count(*) from analytics_closing where enterprise_id = ?"))
                .isEqualTo(20);
        assertThat(
                        crowd.count(
                                fresh,
                                "select count(*) from routing_presence where enterprise_id = ? and state = 'OFFLINE' and since = last_seen"))
                .isEqualTo(1);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whoeverSatAtAnInstanceThatIsGoneGoesOfflineByThemselves() {
        var fresh = crowd.open();
        var agent = crowd.agents(fresh, 1).getFirst();
        var token = enterprises.token(fresh);
        var api = new Api(port, token);
        var elsewhere = second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var before = clock.instant();
        try (var desk = Surfer.signedIn(elsewhere, fresh.code() + ":agent1").follow("/webchat/stream")) {
            desk.opened().awaitEvent("presence", "ONLINE");
            assertThat(new Api(elsewhere, token)
                            .post("/time", Map.of("advance", "PT1M"))
                            .status())
                    .as("no time machine there")
                    .isEqualTo(404);
            second.close();
        }
        assertThat(presence(api, agent).text("state")).isEqualTo("ONLINE");

        api.post("/time", Map.of("advance", "PT91S")).as(200);

        var presence = presence(api, agent).as(200);
        assertThat(presence.text("state")).isEqualTo("OFFLINE");
        assertThat(Instant.parse(presence.text("lastSeen"))).isBetween(before, before.plus(Duration.ofMinutes(1)));
        assertThat(desks.stretches(fresh.enterprise(), before, clock.instant()))
                .hasSize(1)
                .allMatch(stretch -> stretch.until().equals(Instant.parse(presence.text("lastSeen"))));
    }

    private static Api.Answer presence(Api api, MemberId agent) {
        return api.get("/members/%s/presence", agent);
    }

    /** Every other one through the other instance. */
    private ConversationId write(int buyer, Fresh fresh, ShopId shop) {
        return crowd.write(doors.get(buyer % 2), fresh, shop, "buyer" + buyer).conversation();
    }

    private void read(Fresh fresh, MemberId agent, ConversationId conversation) {
        await().pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(crowd.count(
                                fresh,
                                "select count(*) from webchat_conversation where enterprise_id = ? and state = 'OPEN' and id = "
                                        + conversation.value()))
                        .isEqualTo(1));
        answers.read(new Acting(fresh.actor(), agent), conversation, null, clock.instant());
    }
}
