package dev.fenliu.routing.domain;

import dev.fenliu.accounts.Presence;
import dev.fenliu.chatgroups.ChatSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A newcomer and rivals who have room, as conversations come to them one after the other: rows 3 to 5, kept in order. */
final class Contest {
    private final Bench bench;
    private final IdentityHashMap<Agent, Seat> seats = new IdentityHashMap<>();
    /** Those with room by the sources of their group. Groups of the same sources are one pool to every row. */
    private final Map<Set<ChatSource>, NavigableSet<Seat>> pools = new HashMap<>();

    private final NavigableSet<Seat> mainLast;
    private Instant turn;

    Contest(Bench bench, List<Agent> rivals, Agent newcomer, Instant firstTurn) {
        this.bench = bench;
        this.mainLast = inOrder();
        this.turn = firstTurn;
        rivals.forEach(rival -> sit(rival, rival.copy()));
        sit(newcomer, newcomer.as(Presence.ONLINE));
    }

    /** An agent as they are, and as they become. */
    private record Seat(Agent agent, Agent now, NavigableSet<Seat> pool) {}

    private void sit(Agent agent, Agent now) {
        var pool = bench.takesPart(agent) ? pools.computeIfAbsent(bench.sourcesOf(agent), _ -> inOrder()) : mainLast;
        var seat = new Seat(agent, now, pool);
        seats.put(agent, seat);
        takePlace(seat);
    }

    private NavigableSet<Seat> inOrder() {
        return new TreeSet<>(Comparator.comparing(Seat::now, bench.order()));
    }

    private void takePlace(Seat seat) {
        if (!bench.isAtCap(seat.now)) {
            seat.pool.add(seat);
        }
    }

    @Nullable
    Agent leastLoaded(ChatSource source) {
        var row3 = first(sources -> sources.contains(source));
        var row4 = row3 == null ? first(_ -> true) : row3;
        var row5 = row4 == null && !mainLast.isEmpty() ? mainLast.first() : row4;
        return row5 == null ? null : row5.agent;
    }

    private @Nullable Seat first(Predicate<Set<ChatSource>> asked) {
        Seat least = null;
        for (var pool : pools.entrySet()) {
            if (asked.test(pool.getKey()) && !pool.getValue().isEmpty()) {
                var first = pool.getValue().first();
                least = least == null || bench.order().compare(first.now, least.now) < 0 ? first : least;
            }
        }
        return least;
    }

    /** It goes to that one. Whoever neither came nor has room competes for nothing, however much they get. */
    void serve(Agent agent) {
        var seat = seats.get(agent);
        if (seat != null) {
            seat.pool.remove(seat);
            seat.now.carriesOne();
            seat.now.wasServedAt(turn);
            turn = turn.plus(1, ChronoUnit.MICROS);
            takePlace(seat);
        }
    }
}
