package dev.fenliu.routing.application;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.Routing;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.routing.RoutingEvent.Assignment;
import dev.fenliu.routing.TargetNotOnline;
import dev.fenliu.routing.UnknownTarget;
import dev.fenliu.routing.domain.Agent;
import dev.fenliu.routing.domain.Bench;
import dev.fenliu.routing.domain.Decisions;
import dev.fenliu.routing.domain.Decisions.Logged;
import dev.fenliu.routing.domain.Explanation;
import dev.fenliu.routing.domain.Explanation.Why;
import dev.fenliu.routing.domain.Lanes;
import dev.fenliu.routing.domain.Moves;
import dev.fenliu.routing.domain.Reasons;
import dev.fenliu.routing.domain.Stagings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers what whoever keeps conversations asks of routing, inside their transaction. */
@Service
class AnswerRouting implements Routing {
    private final Lanes lanes;
    private final Stagings stagings;
    private final Decisions decisions;
    private final LastSeen lastSeen;
    private final Permissions permissions;
    private final Directory directory;
    private final Benches benches;
    private final ChatGroups chatGroups;
    private final LaneRunner runner;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnswerRouting(
            Lanes lanes,
            Stagings stagings,
            Decisions decisions,
            LastSeen lastSeen,
            Permissions permissions,
            Directory directory,
            Benches benches,
            ChatGroups chatGroups,
            LaneRunner runner,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lanes = lanes;
        this.stagings = stagings;
        this.decisions = decisions;
        this.lastSeen = lastSeen;
        this.permissions = permissions;
        this.directory = directory;
        this.benches = benches;
        this.chatGroups = chatGroups;
        this.runner = runner;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = MANDATORY)
    public boolean keepsOwner(EnterpriseId enterprise, ShopId shop, MemberId owner, Instant now) {
        return permissions.allow(enterprise, owner, Permission.CHAT, shop)
                && lastSeen.isThereOrWaitedFor(enterprise, owner, now);
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
    public void stopHolding(EnterpriseId enterprise, ConversationId conversation) {
        stagings.remove(enterprise, List.of(conversation));
    }

    @Override
    @Transactional(propagation = MANDATORY)
    public void handOver(EnterpriseId enterprise, List<HandOver> wishes, Instant now) {
        var seated = benches.seat(enterprise, now);
        var moves = new Moves(seated.agents(), now);
        var log = new ArrayList<Logged>();
        var assignments = new ArrayList<Assignment>();
        for (var wish : wishes) {
            var bench = seated.bench(wish.shop()).orElseThrow(() -> notOnline(enterprise, wish));
            var compared = targets(wish, bench);
            if (compared.isEmpty()) {
                throw notOnline(enterprise, wish);
            }
            var chosen = compared.getFirst();
            log.add(logged(wish, chosen, Reasons.among(compared, Why.NOT_THE_TARGET, bench), now));
            assignments.add(new Assignment(
                    wish.conversation(), wish.shop(), wish.owner(), chosen.id(), wish.trigger(), reason(wish), false));
            moves.move(wish.owner(), wish.unread(), chosen);
        }
        stagings.remove(enterprise, wishes.stream().map(HandOver::conversation).toList());
        decisions.log(enterprise, log);
        decisions.served(enterprise, moves.served());
        events.publishEvent(new RoutingEvent.Assigned(enterprise, assignments, List.of(), now));
        runner.wakeAfterCommit(enterprise); // whoever gave something away may have room now
    }

    private static Logged logged(HandOver wish, Agent chosen, Explanation why, Instant now) {
        return new Logged(wish.conversation(), wish.shop(), now, wish.trigger(), reason(wish), chosen.id(), why);
    }

    private static Reason reason(HandOver wish) {
        return wish.toGroup() == null ? Reason.FORWARDED_TO_MEMBER : Reason.GROUP;
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
            throw new UnknownTarget("toGroup");
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

    private TargetNotOnline notOnline(EnterpriseId enterprise, HandOver wish) {
        var toMember = wish.toMember();
        if (toMember != null) {
            return new TargetNotOnline(
                    "toMember",
                    directory
                            .member(enterprise, toMember)
                            .orElseThrow(() -> new UnknownTarget("toMember"))
                            .name());
        }
        return new TargetNotOnline("toGroup", groupName(enterprise, wish));
    }

    private String groupName(EnterpriseId enterprise, HandOver wish) {
        return chatGroups.setup(enterprise, wish.shop()).groups().stream()
                .filter(group -> group.id().equals(wish.toGroup()))
                .findFirst()
                .orElseThrow(() -> new UnknownTarget("toGroup"))
                .name();
    }
}
