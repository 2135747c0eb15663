package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.domain.Request.Staged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The staging area of a simulated shop, oldest first. */
final class WaitingLine {
    private final TreeSet<Staged> line = new TreeSet<>(Comparator.comparing(Staged::askedAt)
            .thenComparing(staged -> staged.conversation().value(), Long::compareUnsigned));
    /** How many prefer each agent. */
    private final Map<MemberId, Integer> preferring = new HashMap<>();

    int size() {
        return line.size();
    }

    void add(Staged staged) {
        line.add(staged);
        if (staged.loyalTo() != null) preferring.merge(staged.loyalTo(), 1, Integer::sum);
    }

    void remove(Staged staged) {
        line.remove(staged);
        if (staged.loyalTo() != null) preferring.merge(staged.loyalTo(), -1, Integer::sum);
    }

    /** Those that could get somebody now: as many as there is room for, and whatever prefers somebody who is there. */
    List<Staged> due(Bench bench) {
        var due = new ArrayList<Staged>();
        var room = line.isEmpty() ? 0 : bench.room();
        var awaited = preferring.entrySet().stream()
                .filter(entry -> isHere(entry.getKey(), bench))
                .mapToInt(Map.Entry::getValue)
                .sum();
        for (var staged : line) {
            if (room == 0 && awaited == 0) break;
            if (staged.loyalTo() != null && isHere(staged.loyalTo(), bench)) {
                due.add(staged);
                awaited--;
            } else if (room > 0) {
                due.add(staged);
                room--;
            }
        }
        return due;
    }

    private static boolean isHere(MemberId member, Bench bench) {
        return Optional.of(member)
                .flatMap(bench::agent)
                .filter(agent -> agent.isOnline() && bench.takesPart(agent))
                .isPresent();
    }
}
