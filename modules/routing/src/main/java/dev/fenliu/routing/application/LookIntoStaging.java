package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.Staging;
import dev.fenliu.routing.domain.Agent;
import dev.fenliu.routing.domain.Batch;
import dev.fenliu.routing.domain.Bench;
import dev.fenliu.routing.domain.Decision;
import dev.fenliu.routing.domain.Request;
import dev.fenliu.routing.domain.RoutingPolicy;
import dev.fenliu.routing.domain.Stagings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits, and what each agent would get on coming online now: the rules themselves, tried out. */
@Service
public class LookIntoStaging implements Staging {
    /** Enough to fill the highest cap; a forecast beyond it would be the cap again. */
    private static final int LOOK_AHEAD = 1_000;

    private final Stagings stagings;
    private final Benches benches;
    private final RoutingPolicy policy;
    private final Clock clock;

    LookIntoStaging(Stagings stagings, Benches benches, RoutingPolicy policy, Clock clock) {
        this.stagings = stagings;
        this.benches = benches;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ShopId, Waiting> waiting(EnterpriseId enterprise) {
        return stagings.waiting(enterprise);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Waiting> waiting(EnterpriseId enterprise, ShopId shop) {
        return stagings.waiting(enterprise, shop);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Place> queue(EnterpriseId enterprise, ShopId shop, @Nullable Place after, int limit) {
        return stagings.queue(enterprise, shop, after, limit).stream()
                .map(staged -> new Place(staged.askedAt(), staged.conversation()))
                .toList();
    }

    /** For each agent of the shop who is not ONLINE: how many they would get on coming online now, alone. */
    @Transactional(readOnly = true)
    public Map<MemberId, Integer> forecast(EnterpriseId enterprise, ShopId shop) {
        var now = clock.instant();
        var queue = stagings.queue(enterprise, shop, null, LOOK_AHEAD);
        var bench = benches.seat(enterprise, now).benches().get(shop);
        var forecast = new LinkedHashMap<MemberId, Integer>();
        if (bench != null) {
            for (var agent : bench.agents()) {
                if (!agent.isOnline() && (bench.takesPart(agent) || bench.mainHelpsOut())) {
                    forecast.put(agent.id(), wouldGet(agent, bench, queue, now));
                }
            }
        }
        return forecast;
    }

    private int wouldGet(Agent agent, Bench bench, List<Request.Staged> queue, Instant now) {
        var agents = new HashMap<MemberId, Agent>();
        bench.agents().forEach(each -> agents.put(each.id(), each == agent ? each.as(Presence.ONLINE) : each.copy()));
        var batch = new Batch(policy, agents, Map.of(bench.shop(), bench.with(agents)), Set.of(), now);
        return (int) batch.decide(queue).stream()
                .filter(one -> one.decision() instanceof Decision.Assign assign
                        && assign.agent().equals(agent.id()))
                .count();
    }
}
