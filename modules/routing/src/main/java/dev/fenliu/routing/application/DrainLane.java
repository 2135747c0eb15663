package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Conversations;
import dev.fenliu.routing.Conversations.Standing;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.routing.domain.Agent;
import dev.fenliu.routing.domain.Batch;
import dev.fenliu.routing.domain.Bench;
import dev.fenliu.routing.domain.Decision;
import dev.fenliu.routing.domain.Decisions;
import dev.fenliu.routing.domain.Lanes;
import dev.fenliu.routing.domain.Outcome;
import dev.fenliu.routing.domain.Request;
import dev.fenliu.routing.domain.RoutingPolicy;
import dev.fenliu.routing.domain.Stagings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what waits in one enterprise's lane: one batch, one transaction, one {@link RoutingEvent.Assigned}. */
@Service
class DrainLane {
    private final Lanes lanes;
    private final Stagings stagings;
    private final Decisions decisions;
    private final Conversations conversations;
    private final Benches benches;
    private final RoutingPolicy policy;
    private final RoutingSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DrainLane(
            Lanes lanes,
            Stagings stagings,
            Decisions decisions,
            Conversations conversations,
            Benches benches,
            RoutingPolicy policy,
            RoutingSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lanes = lanes;
        this.stagings = stagings;
        this.decisions = decisions;
        this.conversations = conversations;
        this.benches = benches;
        this.policy = policy;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean hasWork(EnterpriseId enterprise) {
        return stagings.hasAny(enterprise);
    }

    /** Says whether there may be more than this batch took. */
    @Transactional
    public boolean batch(EnterpriseId enterprise, boolean wait) {
        if (wait) {
            lanes.enter(enterprise);
        } else if (!lanes.tryEnter(enterprise)) {
            return false;
        }
        var now = clock.instant();
        var seated = benches.seat(enterprise, now);
        var requests = stagings.due(enterprise, scan(seated, now));
        if (requests.isEmpty()) {
            return false;
        }
        var standings = conversations.lock(
                enterprise, requests.stream().map(Request::conversation).toList());
        var valid = new ArrayList<Request>();
        var moot = new ArrayList<ConversationId>();
        for (var request : requests) {
            if (isStillWanted(request, standings.get(request.conversation()), seated)) {
                valid.add(request);
            } else {
                moot.add(request.conversation());
            }
        }
        var batch = new Batch(policy, seated.agents(), seated.benches(), unread(standings), now);
        var decided = batch.decide(valid);
        var outcome = Outcome.of(decided, moot, now);
        carryOut(enterprise, outcome, now);
        decisions.served(enterprise, batch.served());
        var changed = decided.stream().anyMatch(one -> !(one.decision() instanceof Decision.Stay));
        return batch.eased() || outcome.stagedWithPreference() || (changed && requests.size() >= settings.batch());
    }

    private void carryOut(EnterpriseId enterprise, Outcome outcome, Instant now) {
        if (outcome.isNews()) {
            events.publishEvent(new RoutingEvent.Assigned(enterprise, outcome.assignments(), outcome.lapsed(), now));
        }
        decisions.log(enterprise, outcome.log());
        stagings.stage(enterprise, outcome.staged());
        stagings.hold(enterprise, outcome.held());
        stagings.remove(enterprise, outcome.leaving());
    }

    private Stagings.Scan scan(Benches.Seated seated, Instant now) {
        var distributing = seated.benches().entrySet().stream()
                .collect(Collectors.partitioningBy(
                        entry -> entry.getValue().distributes(),
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        var room = new HashMap<ShopId, Integer>();
        distributing.getOrDefault(true, Map.of()).forEach((shop, bench) -> room.put(shop, bench.room()));
        room.values().removeIf(places -> places == 0);
        return new Stagings.Scan(
                distributing.getOrDefault(false, Map.<ShopId, Bench>of()).keySet(),
                room,
                seated.closed().keySet(),
                online(seated, (bench, agent) -> true),
                online(seated, Bench::takesPart),
                who(seated, agent -> agent.presence() != Presence.OFFLINE),
                now,
                settings.batch());
    }

    // Shops that the same people answer are asked for together: mostly all of them are.
    private static Map<Set<MemberId>, Set<ShopId>> online(Benches.Seated seated, BiPredicate<Bench, Agent> predicate) {
        var shops = new HashMap<Set<MemberId>, Set<ShopId>>();
        seated.benches().forEach((shop, bench) -> {
            var people = bench.agents().stream()
                    .filter(agent -> agent.isOnline() && predicate.test(bench, agent))
                    .map(Agent::id)
                    .collect(Collectors.toSet());
            if (!people.isEmpty())
                shops.computeIfAbsent(people, _ -> new HashSet<>()).add(shop);
        });
        return shops;
    }

    private static Set<MemberId> who(Benches.Seated seated, Predicate<Agent> predicate) {
        return seated.agents().values().stream()
                .filter(predicate)
                .map(Agent::id)
                .collect(Collectors.toSet());
    }

    private static Set<ConversationId> unread(Map<ConversationId, Standing> standings) {
        return standings.values().stream()
                .filter(Standing::unread)
                .map(Standing::conversation)
                .collect(Collectors.toSet());
    }

    /** Closed meanwhile, answered or handed on: then nobody needs to be found any more. */
    private static boolean isStillWanted(Request request, @Nullable Standing standing, Benches.Seated seated) {
        if (standing == null) {
            return false;
        }
        return switch (request) {
            case Request.NewConversation fresh -> standing.owner() == null;
            case Request.Staged staged -> standing.owner() == null;
            case Request.OwnerGone gone -> gone.owner().equals(standing.owner());
            case Request.Rerouted rerouted ->
                rerouted.owner().equals(standing.owner())
                        && (standing.held() || stillStands(rerouted, standing, seated));
            case Request.Held held -> standing.held() && held.agent().equals(standing.owner());
        };
    }

    private static boolean stillStands(Request.Rerouted rerouted, Standing standing, Benches.Seated seated) {
        return seated.bench(rerouted.shop())
                .filter(bench -> rerouted.stillStands(bench, standing.unread()))
                .isPresent();
    }
}
