package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.domain.Explanation.Candidate;
import dev.fenliu.routing.domain.Explanation.Exclusion;
import dev.fenliu.routing.domain.Explanation.Why;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the explanation of a decision: sorts the agents of a bench into those who were compared and those who were not. */
public final class Reasons {
    private Reasons() {}

    /** For a decision by load: everybody whom the deciding row compared, the others with what kept them out. */
    static Explanation of(Bench bench, ChatSource source, Reason reason, @Nullable MemberId without) {
        var compared = new ArrayList<Agent>();
        var excluded = new ArrayList<Exclusion>();
        for (var agent : bench.agents()) {
            var why = whyNot(agent, bench, source, reason, without);
            if (why == null) {
                compared.add(agent);
            } else {
                excluded.add(new Exclusion(agent.id(), why));
            }
        }
        var candidates = new ArrayList<Candidate>(compared.size());
        for (var agent : bench.preferred(compared)) {
            candidates.add(candidate(agent, bench));
        }
        return new Explanation(candidates, excluded);
    }

    /** For a decision that names one agent: nobody was compared. */
    public static Explanation only(Agent chosen, Why others, Bench bench) {
        var excluded = new ArrayList<Exclusion>();
        for (var agent : bench.agents()) {
            if (!agent.id().equals(chosen.id())) {
                excluded.add(new Exclusion(agent.id(), others));
            }
        }
        return new Explanation(List.of(candidate(chosen, bench)), excluded);
    }

    /** For a decision among the named agents: they were compared, in this order. */
    public static Explanation among(List<Agent> compared, Why others, Bench bench) {
        var excluded = new ArrayList<Exclusion>();
        var among = new HashSet<>(compared);
        for (var agent : bench.agents()) {
            if (!among.contains(agent)) {
                excluded.add(new Exclusion(agent.id(), absence(agent, others)));
            }
        }
        return new Explanation(
                compared.stream().map(agent -> candidate(agent, bench)).toList(), excluded);
    }

    private static @Nullable Why whyNot(
            Agent agent, Bench bench, ChatSource source, Reason reason, @Nullable MemberId without) {
        if (agent.id().equals(without)) {
            return Why.FORMER_OWNER;
        }
        if (!bench.takesPart(agent) && !bench.mainHelpsOut()) {
            return Why.MAIN_NOT_INCLUDED;
        }
        return switch (agent.presence()) {
            case OFFLINE -> Why.OFFLINE;
            case HIDDEN -> Why.HIDDEN;
            case ONLINE -> whyNotOnline(agent, bench, source, reason);
        };
    }

    private static @Nullable Why whyNotOnline(Agent agent, Bench bench, ChatSource source, Reason reason) {
        if (bench.isAtCap(agent)) {
            return Why.AT_CAP;
        }
        if (reason == Reason.GROUP && bench.takesPart(agent) && !bench.isInGroupWith(source, agent)) {
            return Why.NOT_IN_SOURCE_GROUP;
        }
        return bench.takesPart(agent) || reason == Reason.MAIN_LAST ? null : Why.MAIN_COMES_LAST;
    }

    private static Why absence(Agent agent, Why otherwise) {
        return switch (agent.presence()) {
            case OFFLINE -> Why.OFFLINE;
            case HIDDEN -> Why.HIDDEN;
            case ONLINE -> otherwise;
        };
    }

    private static Candidate candidate(Agent agent, Bench bench) {
        return new Candidate(agent.id(), agent.load(), bench.groupOf(agent));
    }
}
