package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.EqualLoads;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.routing.domain.Agent;
import dev.fenliu.routing.domain.Bench;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers who would be next under each tie-break, with the agents of now. */
@Service
class AnswerEqualLoads implements EqualLoads {
    private final Benches benches;
    private final Clock clock;

    AnswerEqualLoads(Benches benches, Clock clock) {
        this.benches = benches;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Turn> turn(EnterpriseId enterprise, ShopId shop) {
        return Optional.ofNullable(
                        benches.seat(enterprise, clock.instant()).benches().get(shop))
                .flatMap(AnswerEqualLoads::turn);
    }

    private static Optional<Turn> turn(Bench bench) {
        var all = bench.agents().stream().filter(bench::takesPart).toList();
        var online = all.stream().filter(Agent::isOnline).toList();
        var compared = online.size() < 2 ? all : online;
        if (compared.size() < 2) {
            return Optional.empty();
        }
        var next = new EnumMap<TieBreak, MemberId>(TieBreak.class);
        for (var tieBreak : TieBreak.values()) {
            next.put(tieBreak, first(compared, Bench.amongEquals(tieBreak)));
        }
        return Optional.of(new Turn(compared.size(), online.size() >= 2, next));
    }

    private static MemberId first(List<Agent> agents, Comparator<Agent> order) {
        return agents.stream().min(order).orElseThrow().id();
    }
}
