package dev.fenliu.routing.domain;

import static dev.fenliu.routing.Reason.DISTRIBUTION_OFF;
import static dev.fenliu.routing.Reason.FALLBACK;
import static dev.fenliu.routing.Reason.GROUP;
import static dev.fenliu.routing.Reason.LOYAL;
import static dev.fenliu.routing.Reason.MAIN_LAST;
import static dev.fenliu.routing.Trigger.AGENT_AVAILABLE;
import static dev.fenliu.routing.Trigger.DISTRIBUTION_CHANGED;
import static dev.fenliu.routing.Trigger.HOLD_EXPIRED;
import static dev.fenliu.routing.Trigger.MESSAGE;
import static dev.fenliu.routing.Trigger.OWNER_GONE;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.domain.Decision.Assign;
import dev.fenliu.routing.domain.Decision.Hold;
import dev.fenliu.routing.domain.Decision.Stage;
import dev.fenliu.routing.domain.Decision.Stay;
import dev.fenliu.routing.domain.Explanation.Why;
import dev.fenliu.routing.domain.Request.Held;
import dev.fenliu.routing.domain.Request.NewConversation;
import dev.fenliu.routing.domain.Request.OwnerGone;
import dev.fenliu.routing.domain.Request.Rerouted;
import dev.fenliu.routing.domain.Request.Staged;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a conversation: the rows of the rules, in their order. The first row that fits decides. Knows no clock and
 * changes nothing; whoever carries a decision out tells the bench, so that the next one sees the new loads.
 */
public final class RoutingPolicy {
    private final Loyalty loyalty;

    public RoutingPolicy(Loyalty loyalty) {
        this.loyalty = loyalty;
    }

    public Decision decide(Request request, Bench bench, Instant now) {
        return switch (request) {
            case NewConversation fresh -> decideNew(fresh, bench, now);
            case OwnerGone missed -> decideOwnerGone(missed, bench, now);
            case Rerouted moved -> decideRerouted(moved, bench);
            case Staged staged -> decideStaged(staged, bench);
            case Held held -> decideHeld(held, bench, now);
        };
    }

    /** Rows 1a and 1b: an open conversation stays with an owner who is there, or has only just gone. */
    public boolean keepsOwner(MemberId owner, Bench bench, Instant now) {
        return bench.agent(owner).filter(agent -> staysWith(agent, now)).isPresent();
    }

    private Decision decideNew(NewConversation request, Bench bench, Instant now) {
        if (!bench.distributes()) {
            return toMain(MESSAGE, bench); // row 0
        }
        var handler = lastHandler(request, bench);
        if (handler != null && handler.isOnline()) {
            return toLoyal(handler, MESSAGE, bench); // row 2a
        }
        if (handler != null && handler.isJustGone(loyalty, now)) {
            var until = loyalty.waitsUntil(Objects.requireNonNull(handler.lastSeen()));
            return new Hold(handler.id(), until, MESSAGE, explainOne(handler, Why.NOT_LAST_HANDLER, bench)); // row 2b
        }
        return byLoad(request.source(), MESSAGE, bench, null); // row 2c
    }

    private Decision decideOwnerGone(OwnerGone request, Bench bench, Instant now) {
        if (keepsOwner(request.owner(), bench, now)) {
            return new Stay(); // rows 1a, 1b: back before it was decided
        }
        if (!bench.distributes()) {
            return toMain(OWNER_GONE, bench); // row 0
        }
        return byLoad(request.source(), OWNER_GONE, bench, request.owner()); // row 1c
    }

    private Decision decideRerouted(Rerouted request, Bench bench) {
        if (!bench.distributes()) {
            return toMain(request.trigger(), bench); // row 0
        }
        var handler = lastHandler(request, bench);
        if (handler != null && handler.isOnline() && !handler.id().equals(request.owner())) {
            return toLoyal(handler, request.trigger(), bench);
        }
        return byLoad(request.source(), request.trigger(), bench, null);
    }

    private Decision decideStaged(Staged request, Bench bench) {
        if (!bench.distributes()) {
            return toMain(DISTRIBUTION_CHANGED, bench); // row 0
        }
        var formerOwner = bench.agent(request.formerOwner()).orElse(null);
        if (formerOwner != null && formerOwner.isOnline()) {
            return toLoyal(formerOwner, AGENT_AVAILABLE, bench); // section 3
        }
        var handler = lastHandler(request, bench);
        if (handler != null && handler.isOnline()) {
            return toLoyal(handler, AGENT_AVAILABLE, bench); // section 3
        }
        var decision = byLoad(request.source(), AGENT_AVAILABLE, bench, null);
        return decision instanceof Stage ? new Stay() : decision; // row 1d: keeps its place
    }

    private Decision decideHeld(Held request, Bench bench, Instant now) {
        if (!bench.distributes()) {
            return toMain(DISTRIBUTION_CHANGED, bench); // row 0
        }
        var agent = lastHandler(request, bench);
        if (agent != null && agent.isOnline()) {
            return toLoyal(agent, AGENT_AVAILABLE, bench); // row 2b: back in time
        }
        if (agent != null && agent.isJustGone(loyalty, now) && !now.isAfter(request.heldUntil())) {
            return new Stay(); // row 2b: still held
        }
        return byLoad(request.source(), HOLD_EXPIRED, bench, null); // row 2b: released
    }

    /** Row 2: the last handler, if they may still answer here. The main account only as an agent (scenario D). */
    private static @Nullable Agent lastHandler(Request request, Bench bench) {
        return bench.agent(request.loyalTo()).filter(bench::takesPart).orElse(null);
    }

    private boolean staysWith(Agent owner, Instant now) {
        return switch (owner.presence()) {
            case ONLINE, HIDDEN -> true; // row 1a
            case OFFLINE -> owner.isJustGone(loyalty, now); // row 1b
        };
    }

    /** Rows 3 to 6. */
    private static Decision byLoad(ChatSource source, Trigger trigger, Bench bench, @Nullable MemberId without) {
        Predicate<Agent> asked = agent -> !agent.id().equals(without);

        var inGroup = leastLoaded(bench, asked.and(bench::takesPart).and(agent -> bench.isInGroupWith(source, agent)));
        if (inGroup != null) {
            return assign(inGroup, trigger, GROUP, bench, source, without); // row 3
        }
        var anyone = leastLoaded(bench, asked.and(bench::takesPart));
        if (anyone != null) {
            return assign(anyone, trigger, FALLBACK, bench, source, without); // row 4
        }
        var main = bench.main();
        if (bench.mainHelpsOut() && asked.test(main) && bench.isAvailable(main)) {
            return assign(main, trigger, MAIN_LAST, bench, source, without); // row 5
        }
        var reason = bench.agents().stream()
                        .filter(asked)
                        .filter(agent -> bench.takesPart(agent) || bench.mainHelpsOut())
                        .anyMatch(Agent::isOnline)
                ? Reason.ALL_AT_CAP
                : Reason.NOBODY_ONLINE;
        return new Stage(trigger, reason, Reasons.of(bench, source, reason, without)); // row 6
    }

    private static @Nullable Agent leastLoaded(Bench bench, Predicate<Agent> who) {
        var order = bench.order();
        Agent best = null;
        for (var agent : bench.agents()) {
            if (bench.isAvailable(agent) && who.test(agent) && (best == null || order.compare(agent, best) < 0)) {
                best = agent;
            }
        }
        return best;
    }

    private static Assign assign(
            Agent agent, Trigger trigger, Reason reason, Bench bench, ChatSource source, @Nullable MemberId without) {
        return new Assign(agent.id(), trigger, reason, Reasons.of(bench, source, reason, without));
    }

    private static Assign toMain(Trigger trigger, Bench bench) {
        return new Assign(
                bench.main().id(), trigger, DISTRIBUTION_OFF, explainOne(bench.main(), Why.DISTRIBUTION_OFF, bench));
    }

    private static Assign toLoyal(Agent agent, Trigger trigger, Bench bench) {
        return new Assign(agent.id(), trigger, LOYAL, explainOne(agent, Why.NOT_LAST_HANDLER, bench));
    }

    private static Explanation explainOne(Agent chosen, Why others, Bench bench) {
        return Reasons.only(chosen, others, bench);
    }
}
