package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.domain.Decision.Assign;
import dev.fenliu.routing.domain.Decision.Hold;
import dev.fenliu.routing.domain.Decision.Stage;
import dev.fenliu.routing.domain.Decision.Stay;
import dev.fenliu.routing.domain.Request.Held;
import dev.fenliu.routing.domain.Request.NewConversation;
import dev.fenliu.routing.domain.Request.OwnerGone;
import dev.fenliu.routing.domain.Request.Rerouted;
import dev.fenliu.routing.domain.Request.Staged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides one request after the other; each decision changes the loads that the next one sees. */
public final class Batch {
    private final RoutingPolicy policy;
    private final Map<MemberId, Agent> agents;
    private final Map<ShopId, Bench> benches;
    private final Instant now;
    private final Map<MemberId, Instant> served = new LinkedHashMap<>();
    private int assigned;

    public Batch(RoutingPolicy policy, Map<MemberId, Agent> agents, Map<ShopId, Bench> benches, Instant now) {
        this.policy = policy;
        this.agents = agents;
        this.benches = benches;
        this.now = now;
    }

    /** One request with what was decided. */
    public record Decided(Request request, Decision decision) {}

    /** In the order given, which is that of the queue. Requests of shops without a bench are left alone. */
    public List<Decided> decide(List<? extends Request> requests) {
        return requests.stream()
                .filter(request -> benches.containsKey(request.shop()))
                .<Decided>map(this::decide)
                .toList();
    }

    /** Who got a conversation, and when: strictly one after the other, though they happen at once. */
    public Map<MemberId, Instant> served() {
        return served;
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
        leavesOwner(request);
        var agent = agent(assign.agent());
        agent.carriesOne();
        var moment = now.plus(assigned++, ChronoUnit.MICROS);
        agent.wasServedAt(moment);
        served.put(agent.id(), moment);
    }

    /** Whoever counted it as unread until now does so no longer. */
    private void leavesOwner(Request request) {
        switch (request) {
            case OwnerGone gone -> lighten(gone.owner());
            case Rerouted rerouted -> lighten(rerouted.owner());
            case Held held -> lighten(held.agent());
            case NewConversation fresh -> {}
            case Staged staged -> {}
        }
    }

    private void lighten(MemberId member) {
        var agent = agents.get(member);
        if (agent != null) {
            agent.losesOne();
        }
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
