package dev.fenliu.routing.domain;

import static dev.fenliu.routing.Reason.ALL_AT_CAP;
import static dev.fenliu.routing.Reason.DISTRIBUTION_OFF;
import static dev.fenliu.routing.Reason.FALLBACK;
import static dev.fenliu.routing.Reason.GROUP;
import static dev.fenliu.routing.Reason.LOYAL;
import static dev.fenliu.routing.Reason.MAIN_LAST;
import static dev.fenliu.routing.Reason.NOBODY_ONLINE;
import static dev.fenliu.routing.Trigger.AGENT_AVAILABLE;
import static dev.fenliu.routing.Trigger.DISTRIBUTION_CHANGED;
import static dev.fenliu.routing.Trigger.HOLD_EXPIRED;
import static dev.fenliu.routing.Trigger.MESSAGE;
import static dev.fenliu.routing.Trigger.OWNER_GONE;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a conversation: the table of the rules, read from top to bottom. Each row is a method that answers with a
 * decision, or with nothing if it does not fit; the first row that answers decides. Knows no clock and changes nothing:
 * whoever carries a decision out tells the bench, so that the next one sees the new loads.
 */
public final class RoutingPolicy {
    private final Loyalty loyalty;

    public RoutingPolicy(Loyalty loyalty) {
        this.loyalty = loyalty;
    }

    /** How a conversation came to need a decision says which rows are asked, and why at this moment. */
    public Decision decide(Request request, Bench bench, Instant now) {
        return switch (request) {
            case NewConversation fresh -> {
                var is = new Rows(fresh, MESSAGE, null, bench, now);
                yield is.row0()
                        .or(is::row2a)
                        .or(is::row2b)
                        .or(is::row3)
                        .or(is::row4)
                        .or(is::row5)
                        .orElseGet(is::row6);
            }
            case OwnerGone missed -> {
                var is = new Rows(missed, OWNER_GONE, missed.owner(), bench, now);
                yield is.row1a1b(missed.owner())
                        .or(is::row0)
                        .or(is::row3)
                        .or(is::row4)
                        .or(is::row5)
                        .orElseGet(is::row6);
            }
            case Staged waiting -> {
                var is = new Rows(waiting, AGENT_AVAILABLE, null, bench, now);
                yield is.row0()
                        .or(() -> is.ownerIsBack(waiting.formerOwner()))
                        .or(is::row2a)
                        .or(is::row3)
                        .or(is::row4)
                        .or(is::row5)
                        .orElseGet(is::row1d);
            }
            case Held held -> {
                var is = new Rows(held, HOLD_EXPIRED, null, bench, now);
                yield is.row0()
                        .or(() -> is.row2bBackInTime(held.heldUntil()))
                        .or(() -> is.row2bStillHeld(held.heldUntil()))
                        .or(is::row3)
                        .or(is::row4)
                        .or(is::row5)
                        .orElseGet(is::row6);
            }
            case Rerouted moved -> {
                var is = new Rows(moved, moved.trigger(), null, bench, now);
                yield is.row0()
                        .or(is::row2a)
                        .or(is::row3)
                        .or(is::row4)
                        .or(is::row5)
                        .orElseGet(is::row6);
            }
        };
    }

    /** Rows 1a and 1b: an open conversation stays with an owner who is there, or has only just gone. */
    public boolean keepsOwner(MemberId owner, Bench bench, Instant now) {
        return bench.agent(owner)
                .filter(agent -> switch (agent.presence()) {
                    case ONLINE, HIDDEN -> true; // row 1a
                    case OFFLINE -> agent.isJustGone(loyalty, now); // row 1b
                })
                .isPresent();
    }

    /** The rows as they stand for one conversation at one moment. */
    private final class Rows {
        private final Request request;
        private final Trigger trigger;
        private final @Nullable MemberId gone;
        private final Bench bench;
        private final Instant now;

        /** @param gone the owner who is gone, and is passed over (1c) */
        private Rows(Request request, Trigger trigger, @Nullable MemberId gone, Bench bench, Instant now) {
            this.request = request;
            this.trigger = trigger;
            this.gone = gone;
            this.bench = bench;
            this.now = now;
        }

        /** Its owner is there, or back before it was decided: stays. */
        Optional<Decision> row1a1b(MemberId owner) {
            return keepsOwner(owner, bench, now) ? Optional.of(new Stay()) : Optional.empty();
        }

        /** It waits already, and nobody can take it: keeps its place. */
        Decision row1d() {
            return new Stay();
        }

        /** Distribution is off: the main account, online or not. */
        Optional<Decision> row0() {
            var waited = request instanceof Staged || request instanceof Held;
            return bench.distributes()
                    ? Optional.empty()
                    : Optional.of(named(bench.main(), waited ? DISTRIBUTION_CHANGED : trigger, DISTRIBUTION_OFF));
        }

        /** The last handler is online: theirs, whatever the load. */
        Optional<Decision> row2a() {
            return lastHandler().filter(Agent::isOnline).map(agent -> named(agent, trigger, LOYAL));
        }

        /** The last handler went offline at most ten minutes ago: held until ten minutes after they were last seen. */
        Optional<Decision> row2b() {
            return lastHandler().filter(agent -> agent.isJustGone(loyalty, now)).map(this::hold);
        }

        /** Held, and they came back online by then: theirs. */
        Optional<Decision> row2bBackInTime(Instant heldUntil) {
            return lastHandler()
                    .filter(agent -> agent.isOnline() && !agent.since().isAfter(heldUntil))
                    .map(agent -> named(agent, AGENT_AVAILABLE, LOYAL));
        }

        /** Held, they do not hide, and the time is not up: goes on. */
        Optional<Decision> row2bStillHeld(Instant heldUntil) {
            return lastHandler()
                    .filter(agent -> agent.presence() == Presence.OFFLINE && !now.isAfter(heldUntil))
                    .map(agent -> new Stay());
        }

        /** Somebody is available in a group that has the source: the least load. */
        Optional<Decision> row3() {
            return leastLoaded(agent -> bench.takesPart(agent) && bench.isInGroupWith(request.source(), agent))
                    .map(agent -> byLoad(agent, GROUP));
        }

        /** Anyone else is available, in other groups or in none: the least load. */
        Optional<Decision> row4() {
            return leastLoaded(bench::takesPart).map(agent -> byLoad(agent, FALLBACK));
        }

        /** The main account's switch is on, it is in no group and available. */
        Optional<Decision> row5() {
            return leastLoaded(agent -> agent.isMain() && bench.mainHelpsOut()).map(agent -> byLoad(agent, MAIN_LAST));
        }

        /** Otherwise: the staging area. */
        Decision row6() {
            var reason = counted().anyMatch(Agent::isOnline) ? ALL_AT_CAP : NOBODY_ONLINE;
            return new Stage(trigger, reason, Reasons.of(bench, request.source(), reason, gone));
        }

        /** Section 3: a staged one prefers the owner whom it lost by 1c, whatever the load. */
        Optional<Decision> ownerIsBack(@Nullable MemberId formerOwner) {
            return bench.agent(formerOwner).filter(Agent::isOnline).map(agent -> named(agent, trigger, LOYAL));
        }

        /** Row 2's. The main account only as an agent like the others (scenario D). */
        private Optional<Agent> lastHandler() {
            return bench.agent(request.loyalTo()).filter(bench::takesPart);
        }

        private Optional<Agent> leastLoaded(Predicate<Agent> asked) {
            return counted().filter(bench::isAvailable).filter(asked).min(bench.order());
        }

        /** Whom rows 3 to 6 consider at all: with permission, and the main account only while its switch is on. */
        private Stream<Agent> counted() {
            return bench.agents().stream()
                    .filter(agent -> !agent.id().equals(gone))
                    .filter(agent -> bench.takesPart(agent) || bench.mainHelpsOut());
        }

        private Decision byLoad(Agent agent, Reason reason) {
            return new Assign(agent.id(), trigger, reason, Reasons.of(bench, request.source(), reason, gone));
        }

        private Decision named(Agent agent, Trigger why, Reason reason) {
            var notTheOthers = reason == LOYAL ? Why.NOT_LAST_HANDLER : Why.DISTRIBUTION_OFF;
            return new Assign(agent.id(), why, reason, Reasons.only(agent, notTheOthers, bench));
        }

        private Decision hold(Agent agent) {
            var until = loyalty.waitsUntil(Objects.requireNonNull(agent.lastSeen()));
            return new Hold(agent.id(), until, trigger, Reasons.only(agent, Why.NOT_LAST_HANDLER, bench));
        }
    }
}
