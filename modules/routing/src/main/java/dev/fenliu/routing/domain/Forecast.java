package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each agent of a shop would get of what waits there, on coming online now and alone: the rows that the policy asks
 * for a staged conversation, tried out for every agent. Explains nothing, as a thousand agents may stand before a thousand
 * conversations; its tests hold it to the policy.
 */
public final class Forecast {
    private final Bench bench;
    private final List<Waiting> queue;
    private final List<Agent> rivals;
    private final Instant firstTurn;

    /** @param queue what waits, in its order */
    public Forecast(Bench bench, List<Request.Staged> queue, Instant now) {
        this.bench = bench;
        this.queue = queue.stream().map(this::waiting).toList();
        this.rivals = bench.agents().stream().filter(bench::couldTake).toList();
        this.firstTurn = Agent.serving(bench.agents(), now);
    }

    /** One that waits, with those of the shop whom it may prefer. */
    private record Waiting(
            ChatSource source,
            @Nullable Agent formerOwner,
            @Nullable Agent lastHandler) {
        @Nullable
        Agent prefers(Agent newcomer) {
            return isThere(formerOwner, newcomer) ? formerOwner : isThere(lastHandler, newcomer) ? lastHandler : null;
        }

        private static boolean isThere(@Nullable Agent agent, Agent newcomer) {
            return agent != null && (agent == newcomer || agent.isOnline());
        }
    }

    private Waiting waiting(Request.Staged staged) {
        return new Waiting(
                staged.source(),
                bench.agent(staged.formerOwner()).orElse(null),
                bench.agent(staged.loyalTo()).filter(bench::takesPart).orElse(null));
    }

    /** Of everybody who is not ONLINE and would count there. */
    public Map<MemberId, Integer> shares() {
        var shares = new LinkedHashMap<MemberId, Integer>();
        for (var agent : bench.agents()) {
            if (!agent.isOnline() && (bench.takesPart(agent) || bench.mainHelpsOut())) {
                shares.put(agent.id(), share(agent));
            }
        }
        return shares;
    }

    private int share(Agent newcomer) {
        if (!bench.distributes()) {
            return newcomer.isMain() ? queue.size() : 0;
        }
        return rivals.isEmpty() ? shareAlone(newcomer) : shareAmongRivals(newcomer);
    }

    /** Whatever prefers them, and up to the cap whatever prefers nobody. */
    private int shareAlone(Agent newcomer) {
        var room = bench.room(newcomer);
        var share = 0;
        for (var waiting : queue) {
            var preferred = waiting.prefers(newcomer);
            if (preferred == newcomer || (preferred == null && share < room)) {
                share++;
            }
        }
        return share;
    }

    /** Seldom needed: once the lane has run, nobody who is online has room while something waits. */
    private int shareAmongRivals(Agent newcomer) {
        var contest = new Contest(bench, rivals, newcomer, firstTurn);
        var share = 0;
        for (var waiting : queue) {
            var preferred = waiting.prefers(newcomer);
            var taker = preferred == null ? contest.leastLoaded(waiting.source()) : preferred;
            if (taker != null) {
                contest.serve(taker);
            }
            if (taker == newcomer) {
                share++;
            }
        }
        return share;
    }
}
