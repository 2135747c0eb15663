package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.RoutingEvent.Assignment;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.domain.Batch.Decided;
import dev.fenliu.routing.domain.Decisions.Logged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch comes to, sorted by who has to know.
 *
 * @param assignments for whoever keeps the conversations
 * @param lapsed asked for an agent and need none any more
 * @param log for the decision log
 * @param staged wait in the staging area from now on
 * @param held are held from now on
 * @param leaving need no decision any more
 */
public record Outcome(
        List<Assignment> assignments,
        List<ConversationId> lapsed,
        List<Logged> log,
        List<Request> staged,
        List<Request.Held> held,
        List<ConversationId> leaving) {

    /**
     * Sorts what was decided.
     *
     * @param moot requests whose conversation was closed, answered or handed on before they were decided
     */
    public static Outcome of(List<Decided> decided, List<ConversationId> moot, Instant now) {
        var outcome = new Outcome(
                new ArrayList<>(),
                new ArrayList<>(moot),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(moot));
        decided.forEach(one -> outcome.add(one.request(), one.decision(), now));
        return outcome;
    }

    /** Whether there is anything that others must know. */
    public boolean isNews() {
        return !assignments.isEmpty() || !lapsed.isEmpty();
    }

    /** Whether something was staged that prefers somebody, who may be here though nobody is available. */
    public boolean stagedWithPreference() {
        return staged.stream().anyMatch(request -> request.loyalTo() != null);
    }

    private void add(Request request, Decision decision, Instant now) {
        switch (decision) {
            case Decision.Stay() -> {
                if (request instanceof Request.OwnerGone) {
                    lapsed.add(request.conversation());
                    leaving.add(request.conversation());
                }
            }
            case Decision.Assign assign -> {
                leaving.add(request.conversation());
                say(request, assign.agent(), assign.trigger(), assign.reason(), assign.why(), now);
            }
            case Decision.Hold hold -> {
                held.add(new Request.Held(
                        request.conversation(),
                        request.shop(),
                        request.source(),
                        request.askedAt(),
                        hold.agent(),
                        hold.until()));
                say(request, hold.agent(), hold.trigger(), Reason.LOYAL_HOLD, hold.why(), now);
            }
            case Decision.Stage stage -> {
                staged.add(request);
                say(request, null, stage.trigger(), stage.reason(), stage.why(), now);
            }
        }
    }

    private void say(
            Request request, @Nullable MemberId to, Trigger trigger, Reason reason, Explanation why, Instant now) {
        assignments.add(new Assignment(
                request.conversation(),
                request.shop(),
                request.owner(),
                to,
                trigger,
                reason,
                reason == Reason.LOYAL_HOLD));
        log.add(new Logged(request.conversation(), request.shop(), now, trigger, reason, to, why));
    }
}
