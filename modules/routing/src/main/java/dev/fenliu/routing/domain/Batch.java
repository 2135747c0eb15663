package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.domain.Decision.Assign;
import dev.fenliu.routing.domain.Decision.Hold;
import dev.fenliu.routing.domain.Decision.Stage;
import dev.fenliu.routing.domain.Decision.Stay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides one request after the other; each decision changes the loads that the next one sees. */
public final class Batch {
    private final RoutingPolicy policy;
    private final Map<MemberId, Agent> agents;
    private final Map<ShopId, Bench> benches;
    private final Instant now;
    private final Set<ConversationId> unread;
    private final Map<MemberId, Instant> served = new LinkedHashMap<>();
    private boolean eased;
    private boolean headFirst;

    /** @param unread of the conversations that somebody owns, those that count as load */
    public Batch(
            RoutingPolicy policy,
            Map<MemberId, Agent> agents,
            Map<ShopId, Bench> benches,
            Set<ConversationId> unread,
            Instant now) {
        this.policy = policy;
        this.agents = agents;
        this.benches = benches;
        this.unread = unread;
        this.now = now;
    }

    /** One request with what was decided. */
    public record Decided(Request request, Decision decision) {}

    /**
     * In the order given, which is that of the queue. Requests of shops without a bench are left alone, and so is the rest
     * once somebody has become available on the way: the queue has to be asked from its head again.
     */
    public List<Decided> decide(List<? extends Request> requests) {
        var decided = new ArrayList<Decided>();
        for (var request : requests) {
            if (!headFirst && benches.containsKey(request.shop())) {
                decided.add(decide(request));
            }
        }
        return decided;
    }

    /** Who got a conversation, and when: strictly one after the other, though they happen at once. */
    public Map<MemberId, Instant> served() {
        return served;
    }

    /** Whether somebody has more room than when the queue was read: there may be more for them, or a rest to decide. */
    public boolean eased() {
        return eased;
    }

    private Decided decide(Request request) {
        var decision = policy.decide(request, bench(request.shop()), now);
        switch (decision) {
            case Stay() -> {}
            case Assign assign -> carryOut(request, assign);
            case Hold hold -> agent(hold.agent()).carriesOne();
            case Stage stage -> leavesOwner(request);
        }
        return new Decided(request, decision);
    }

    private void carryOut(Request request, Assign assign) {
        var agent = agent(assign.agent());
        if (!agent.id().equals(request.owner())) {
            leavesOwner(request);
            agent.carriesOne();
        }
        var moment = Agent.serving(agents.values(), now);
        agent.wasServedAt(moment);
        served.put(agent.id(), moment);
    }

    /** Whoever counted it as unread until now does so no longer. */
    private void leavesOwner(Request request) {
        var owner = request.owner();
        var agent = owner == null ? null : agents.get(owner);
        if (agent != null && unread.contains(request.conversation())) {
            var before = placesOf(agent);
            agent.losesOne();
            var after = placesOf(agent);
            headFirst |= after > before;
            eased |= after > 0;
        }
    }

    private long placesOf(Agent agent) {
        return benches.values().stream()
                .filter(bench -> bench.distributes() && bench.couldTake(agent))
                .count();
    }

    private Bench bench(ShopId shop) {
        var bench = benches.get(shop);
        if (bench == null) {
            throw new IllegalStateException("no bench for shop " + shop);
        }
        return bench;
    }

    private Agent agent(MemberId member) {
        var agent = agents.get(member);
        if (agent == null) {
            throw new IllegalStateException("decided for somebody who is not on the bench: " + member);
        }
        return agent;
    }
}
