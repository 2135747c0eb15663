package dev.fenliu.bench;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.domain.Agent;
import dev.fenliu.routing.domain.Bench;
import dev.fenliu.routing.domain.Decision;
import dev.fenliu.routing.domain.Loyalty;
import dev.fenliu.routing.domain.Request;
import dev.fenliu.routing.domain.RoutingPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision, explanation included, among so many agents: half of them in the group of the source, all online. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RoutingPolicyBenchmark {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final ShopId SHOP = new ShopId(1);

    @Param({"10", "1000"})
    int agents;

    private final RoutingPolicy policy = new RoutingPolicy(Loyalty.STANDARD);
    private final Request request =
            new Request.NewConversation(new ConversationId(1), SHOP, ChatSource.PRODUCT_PAGE, NOW, null);
    private Bench bench = seat(1);

    /** Seats them with loads of a fixed seed. */
    @Setup
    public void seat() {
        bench = seat(agents);
    }

    /** Rows 0 to 3. */
    @Benchmark
    public Decision decide() {
        return policy.decide(request, bench, NOW);
    }

    private static Bench seat(int count) {
        var random = new Random(7);
        var everybody = new ArrayList<Agent>();
        for (var i = 1; i <= count; i++) {
            everybody.add(new Agent(
                    new MemberId(i),
                    Presence.ONLINE,
                    NOW,
                    NOW,
                    NOW.minusSeconds(i),
                    i == 1,
                    random.nextInt(90),
                    Instant.EPOCH));
        }
        var inGroup = everybody.stream()
                .map(Agent::id)
                .filter(id -> id.value() % 2 == 0)
                .collect(Collectors.toSet());
        var group = new ChatGroup(new GroupId(1), SHOP, "售前客服", Set.of(ChatSource.PRODUCT_PAGE), inGroup);
        var setup = new ShopSetup(SHOP, true, false, 100, TieBreak.OLDEST_ACCOUNT, List.of(group));
        return new Bench(setup, everybody.getFirst(), everybody);
    }
}
