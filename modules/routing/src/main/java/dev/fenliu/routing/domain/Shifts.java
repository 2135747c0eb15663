package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.Desks.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When agents are there. */
public record Shifts(List<Stretch> stretches) {
    /** Somebody's presence becomes that one. */
    record Turn(MemberId member, Presence presence) {}

    /** Everybody there from then on until then. */
    public static Shifts allOf(List<MemberId> members, Instant from, Instant until) {
        return new Shifts(members.stream()
                .map(member -> new Stretch(member, Presence.ONLINE, from, until))
                .toList());
    }

    /** By the moment at which they come. Stretches that touch or overlap are one time. */
    NavigableMap<Instant, List<Turn>> turns() {
        var turns = new TreeMap<Instant, List<Turn>>();
        byMember().forEach((member, times) -> {
            var last = times.getFirst();
            add(turns, last.from(), new Turn(member, last.presence()));
            for (var next : times.subList(1, times.size())) {
                if (next.from().isAfter(last.until())) {
                    add(turns, last.until(), new Turn(member, Presence.OFFLINE));
                    add(turns, next.from(), new Turn(member, next.presence()));
                } else if (next.presence() != last.presence()) {
                    add(turns, next.from(), new Turn(member, next.presence()));
                }
                last = next.until().isBefore(last.until()) ? longer(next, last.until()) : next;
            }
            add(turns, last.until(), new Turn(member, Presence.OFFLINE));
        });
        return turns;
    }

    private LinkedHashMap<MemberId, List<Stretch>> byMember() {
        var byMember = new LinkedHashMap<MemberId, List<Stretch>>();
        stretches.stream()
                .filter(stretch -> stretch.from().isBefore(stretch.until()))
                .sorted(Comparator.comparing(Stretch::from))
                .forEach(stretch -> byMember.computeIfAbsent(stretch.member(), _ -> new ArrayList<>())
                        .add(stretch));
        return byMember;
    }

    private static Stretch longer(Stretch stretch, Instant until) {
        return new Stretch(stretch.member(), stretch.presence(), stretch.from(), until);
    }

    private static void add(TreeMap<Instant, List<Turn>> turns, Instant at, Turn turn) {
        turns.computeIfAbsent(at, _ -> new ArrayList<>()).add(turn);
    }
}
