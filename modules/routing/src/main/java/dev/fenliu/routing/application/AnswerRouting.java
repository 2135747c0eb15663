package dev.fenliu.routing.application;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.Routing;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.routing.RoutingEvent.Assignment;
import dev.fenliu.routing.TargetNotOnline;
import dev.fenliu.routing.UnknownTarget;
import dev.fenliu.routing.domain.Agent;
import dev.fenliu.routing.domain.Attendances;
import dev.fenliu.routing.domain.Bench;
import dev.fenliu.routing.domain.Decisions;
import dev.fenliu.routing.domain.Decisions.Logged;
import dev.fenliu.routing.domain.Explanation.Why;
import dev.fenliu.routing.domain.Lanes;
import dev.fenliu.routing.domain.Loyalty;
import dev.fenliu.routing.domain.Reasons;
import dev.fenliu.routing.domain.Stagings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers what whoever keeps conversations asks of routing, inside their transaction. */
@Service
class AnswerRouting implements Routing {
    private final Lanes lanes;
    private final Stagings stagings;
    private final Decisions decisions;
    private final Attendances attendances;
    private final Permissions permissions;
    private final Directory directory;
    private final Benches benches;
    private final ChatGroups chatGroups;
    private final Loyalty loyalty;
    private final RoutingSettings settings;
    private final LaneRunner runner;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnswerRouting(
            Lanes lanes,
            Stagings stagings,
            Decisions decisions,
            Attendances attendances,
            Permissions permissions,
            Directory directory,
            Benches benches,
            ChatGroups chatGroups,
            Loyalty loyalty,
            RoutingSettings settings,
            LaneRunner runner,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lanes = lanes;
        this.stagings = stagings;
        this.decisions = decisions;
        this.attendances = attendances;
        this.permissions = permissions;
        this.directory = directory;
        this.benches = benches;
        this.chatGroups = chatGroups;
        this.loyalty = loyalty;
        this.settings = settings;
        this.runner = runner;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = MANDATORY)
    public boolean keepsOwner(EnterpriseId enterprise, ShopId shop, MemberId owner, Instant now) {
        if (!permissions.allow(enterprise, owner, Permission.CHAT, shop)) {
            return false;
        }
        return attendances
                .find(enterprise, owner)
                .map(attendance -> attendance.asOf(now, settings.offlineAfter()))
                .filter(attendance ->
                        attendance.presence() != Presence.OFFLINE || loyalty.waits(attendance.lastSeen(), now))
                .isPresent();
    }

    @Override
    @Transactional(propagation = MANDATORY)
    public Instant enterLane(EnterpriseId enterprise, Instant now) {
        lanes.enter(enterprise);
        // Whoever was in the lane meanwhile has decided since: what comes after it must not be written down before it.
        var entered = clock.instant();
        return entered.isAfter(now) ? entered : now;
    }

    @Override
    @Transactional(propagation = MANDATORY)
    public MemberId handOver(HandOver wish, Instant now) {
        var bench = benches.seat(wish.enterprise(), now)
                .bench(wish.shop())
                .orElseThrow(() -> new TargetNotOnline(name(wish)));
        var compared = targets(wish, bench);
        if (compared.isEmpty()) {
            throw new TargetNotOnline(name(wish));
        }
        var chosen = compared.getFirst().id();
        var reason = wish.toGroup() == null ? Reason.FORWARDED_TO_MEMBER : Reason.GROUP;
        stagings.remove(wish.enterprise(), List.of(wish.conversation()));
        decisions.log(
                wish.enterprise(),
                List.of(new Logged(
                        wish.conversation(),
                        wish.shop(),
                        now,
                        wish.trigger(),
                        reason,
                        chosen,
                        Reasons.among(compared, Why.NOT_THE_TARGET, bench))));
        decisions.served(wish.enterprise(), Map.of(chosen, Agent.serving(bench.agents(), now)));
        events.publishEvent(new RoutingEvent.Assigned(
                wish.enterprise(),
                List.of(new Assignment(
                        wish.conversation(), wish.shop(), wish.owner(), chosen, wish.trigger(), reason, false)),
                List.of(),
                now));
        runner.wakeAfterCommit(wish.enterprise()); // whoever gave it away may have room now
        return chosen;
    }

    /** Those whom the wish may mean and who are ONLINE, the least loaded first. */
    private static List<Agent> targets(HandOver wish, Bench bench) {
        var toMember = wish.toMember();
        if (toMember != null) {
            return bench
                    .agent(toMember)
                    .filter(Agent::isOnline)
                    .filter(agent -> !agent.id().equals(wish.owner()))
                    .stream()
                    .toList();
        }
        var group = wish.toGroup() == null ? null : bench.group(wish.toGroup()).orElse(null);
        if (group == null) {
            throw new UnknownTarget();
        }
        return bench.agents().stream()
                .filter(agent -> group.members().contains(agent.id()))
                .filter(bench::takesPart)
                .filter(Agent::isOnline)
                .filter(agent ->
                        !agent.id().equals(wish.sender()) && !agent.id().equals(wish.owner()))
                .sorted(bench.order())
                .toList();
    }

    private String name(HandOver wish) {
        var toMember = wish.toMember();
        if (toMember != null) {
            return directory
                    .member(wish.enterprise(), toMember)
                    .orElseThrow(UnknownTarget::new)
                    .name();
        }
        return chatGroups.setup(wish.enterprise(), wish.shop()).groups().stream()
                .filter(group -> group.id().equals(wish.toGroup()))
                .findFirst()
                .orElseThrow(UnknownTarget::new)
                .name();
    }
}
