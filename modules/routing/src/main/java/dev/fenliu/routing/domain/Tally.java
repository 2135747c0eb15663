package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.domain.Findings.Share;
import dev.fenliu.routing.domain.Findings.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts along while a what-if runs. */
final class Tally {
    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    private final Map<MemberId, Integer> assigned = new HashMap<>();
    private final Map<MemberId, Integer> maxLoads = new HashMap<>();
    private final Map<MemberId, Duration> online = new HashMap<>();
    private final List<Duration> waited = new ArrayList<>();
    private int staged;

    void decided(Reason reason) {
        reasons.merge(reason, 1, Integer::sum);
    }

    void assigned(Agent agent, Duration wait) {
        assigned.merge(agent.id(), 1, Integer::sum);
        waited.add(wait);
    }

    void staged() {
        staged++;
    }

    void carries(Agent agent) {
        maxLoads.merge(agent.id(), agent.load(), Math::max);
    }

    /** Somebody was ONLINE until then. */
    void wasOnline(Agent agent, Instant from, Instant until) {
        var since = agent.since().isBefore(from) ? from : agent.since();
        if (since.isBefore(until)) online.merge(agent.id(), Duration.between(since, until), Duration::plus);
    }

    Findings findings(int chats, int waiting, Bench bench) {
        var shares = bench.agents().stream()
                .map(agent -> new Share(
                        agent.id(),
                        bench.groupName(agent),
                        assigned.getOrDefault(agent.id(), 0),
                        maxLoads.getOrDefault(agent.id(), 0),
                        agent.load(),
                        online.getOrDefault(agent.id(), Duration.ZERO)))
                .toList();
        return new Findings(
                chats, waited.size(), waiting, shares, Waits.of(waited, staged, chats - waited.size()), reasons);
    }
}
