package dev.fenliu.routing.domain;

import static dev.fenliu.routing.domain.RoutingFixtures.M;
import static dev.fenliu.routing.domain.RoutingFixtures.N1;
import static dev.fenliu.routing.domain.RoutingFixtures.NOW;
import static dev.fenliu.routing.domain.RoutingFixtures.P1;
import static dev.fenliu.routing.domain.RoutingFixtures.P2;
import static dev.fenliu.routing.domain.RoutingFixtures.Q1;
import static dev.fenliu.routing.domain.RoutingFixtures.SHOP;
import static dev.fenliu.routing.domain.RoutingFixtures.theShop;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.domain.Request.Staged;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastTests {
    private static final int MADE_UP_SHOPS = 2_000;
    private static final int THOUSAND = 1_000;

    @Test
    void whoeverComesAloneGetsTheOldestUpToTheCapAndWhatPrefersThemBeyondIt() {
        var shop = theShop().cap(2).hidden(Q1);
        var queue =
                List.of(shop.staged(null, null), shop.staged(null, P2), shop.staged(null, null), shop.staged(P1, P2));

        assertThat(forecast(shop.bench(), queue)).isEqualTo(Map.of(P1, 3, P2, 3, Q1, 2, N1, 2));
    }

    @Test
    void whatPrefersSomebodyWhoIsThereIsNobodyElses() {
        var shop = theShop().cap(2).online(P1, 2);
        var queue = List.of(shop.staged(P1, null), shop.staged(null, P1), shop.staged(P2, P1));

        assertThat(forecast(shop.bench(), queue)).isEqualTo(Map.of(P2, 1, Q1, 0, N1, 0));
    }

    @Test
    void theMainAccountIsForecastOnlyWhereItCountsAndEverythingWhereDistributionIsOff() {
        assertThat(forecast(theShop().bench(), theShop().staged(3))).doesNotContainKey(M);
        assertThat(forecast(theShop().mainIncluded().bench(), theShop().staged(3)))
                .containsEntry(M, 3);
        assertThat(forecast(theShop().mainIncluded().off().bench(), theShop().staged(3)))
                .containsEntry(M, 3)
                .containsEntry(P1, 0);
    }

    /** Seeds are tried one after the other, so a failure names the one to look at. */
    @Test
    void inAnyShopItIsWhatThePolicyGivesEachAgentWhoComesOnline() {
        for (var seed = 0; seed < MADE_UP_SHOPS; seed++) {
            var random = new Random(seed);
            var bench = anyBench(random, 1 + random.nextInt(8));
            var queue = anyQueue(random, random.nextInt(25), bench);

            assertThat(forecast(bench, queue)).as("seed %d", seed).isEqualTo(triedOut(bench, queue));
        }
    }

    /** What is laid out counts the work: with a bench for each, and a decision for each conversation, it were gigabytes. */
    @ParameterizedTest
    @ValueSource(ints = {100, THOUSAND})
    void aThousandAgentsBeforeAThousandConversationsLeaveNoBenchOfTheirOwnBehind(int cap) {
        var random = new Random(1);
        var agents = agents(random, THOUSAND, Presence.OFFLINE);
        var bench = bench(true, false, cap, TieBreak.OLDEST_ACCOUNT, groups(random, THOUSAND), agents);
        var queue = anyQueue(random, THOUSAND, bench);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        var before = threads.getCurrentThreadAllocatedBytes();
        var forecast = forecast(bench, queue);
        var laidOut = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(forecast).hasSize(THOUSAND - 1);
        assertThat(laidOut).isLessThan(1_024 * (THOUSAND + THOUSAND));
    }

    private static Map<MemberId, Integer> forecast(Bench bench, List<? extends Request> queue) {
        return new Forecast(bench, queue.stream().map(Staged.class::cast).toList(), NOW).shares();
    }

    /** The whole queue is decided anew for each agent, with everybody's loads as they are now. */
    private static Map<MemberId, Integer> triedOut(Bench bench, List<? extends Request> queue) {
        var shares = new LinkedHashMap<MemberId, Integer>();
        for (var agent : bench.agents()) {
            if (!agent.isOnline() && (bench.takesPart(agent) || bench.mainHelpsOut())) {
                var agents = new HashMap<MemberId, Agent>();
                bench.agents()
                        .forEach(each -> agents.put(each.id(), each == agent ? each.as(Presence.ONLINE) : each.copy()));
                var policy = new RoutingPolicy(Loyalty.STANDARD);
                var batch = new Batch(policy, agents, Map.of(SHOP, bench.with(agents)), Set.of(), NOW);
                var share = batch.decide(queue).stream()
                        .filter(one -> one.decision() instanceof Decision.Assign assign
                                && assign.agent().equals(agent.id()))
                        .count();
                shares.put(agent.id(), (int) share);
            }
        }
        return shares;
    }

    private static Bench anyBench(Random random, int people) {
        var agents = agents(random, people, null);
        return bench(
                random.nextInt(10) > 0,
                random.nextBoolean(),
                1 + random.nextInt(5),
                any(random, TieBreak.values()),
                groups(random, people),
                agents);
    }

    private static Bench bench(
            boolean on, boolean includeMain, int cap, TieBreak tieBreak, List<ChatGroup> groups, List<Agent> agents) {
        return new Bench(new ShopSetup(SHOP, on, includeMain, cap, tieBreak, groups), agents.getFirst(), agents);
    }

    /** The first one is the main account. */
    private static List<Agent> agents(Random random, int number, @Nullable Presence presence) {
        return IntStream.range(0, number)
                .mapToObj(each -> new Agent(
                        new MemberId(each),
                        presence == null ? any(random, Presence.values()) : presence,
                        NOW,
                        NOW,
                        NOW.minusSeconds(random.nextInt(4)),
                        each == 0,
                        random.nextInt(5),
                        NOW.plusSeconds(random.nextInt(4) - 2)))
                .toList();
    }

    private static List<ChatGroup> groups(Random random, int people) {
        var members = List.of(new HashSet<MemberId>(), new HashSet<MemberId>(), new HashSet<MemberId>());
        for (var each = 0; each < people; each++) {
            members.get(random.nextInt(3)).add(new MemberId(each));
        }
        // The third ones are in no group.
        return IntStream.range(0, 2)
                .mapToObj(group -> new ChatGroup(
                        new GroupId(group),
                        SHOP,
                        "group " + group,
                        new HashSet<>(List.of(any(random, ChatSource.values()), any(random, ChatSource.values()))),
                        members.get(group)))
                .toList();
    }

    private static List<Staged> anyQueue(Random random, int length, Bench bench) {
        var queue = new ArrayList<Staged>();
        for (var number = 0; number < length; number++) {
            queue.add(new Staged(
                    new ConversationId(number),
                    SHOP,
                    any(random, ChatSource.values()),
                    NOW,
                    somebody(random, bench),
                    somebody(random, bench)));
        }
        return queue;
    }

    /** Mostly nobody, and now and then somebody who is not of the shop any more. */
    private static @Nullable MemberId somebody(Random random, Bench bench) {
        return random.nextInt(4) > 0
                ? null
                : new MemberId(random.nextInt(bench.agents().size() + 1));
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
