package dev.fenliu.routing.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.routing.ConversationNames.Named;
import dev.fenliu.routing.DecisionStory;
import dev.fenliu.routing.DecisionStory.Compared;
import dev.fenliu.routing.DecisionStory.Others;
import dev.fenliu.routing.DecisionStory.Person;
import dev.fenliu.routing.DecisionStory.Says;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.domain.Decisions.Logged;
import dev.fenliu.routing.domain.Explanation.Candidate;
import dev.fenliu.routing.domain.Explanation.Why;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what the log keeps of a decision into what people read. */
record StoryTeller(
        Function<MemberId, String> memberNames,
        Map<GroupId, String> groupNames,
        Function<Logged, Named> conversationNames) {

    DecisionStory tell(Logged decision) {
        var named = conversationNames.apply(decision);
        return new DecisionStory(
                decision.conversation(),
                named.buyer(),
                named.source(),
                decision.at(),
                decision.trigger(),
                decision.reason(),
                decision.assigned(),
                says(decision, named.buyer()),
                new Says("decision.rule." + rule(decision), List.of()),
                compared(decision),
                others(decision));
    }

    /** {0} the buyer, {1} who got it, {2} the groups that were asked, {3} the load, {4} how many were compared. */
    private Says says(Logged decision, String buyer) {
        var assigned = decision.assigned();
        if (assigned == null) {
            return new Says("decision.says." + decision.reason(), List.of(buyer));
        }
        var candidates = decision.why().candidates();
        var load = candidates.isEmpty() ? 0 : candidates.getFirst().load();
        var groups = groups(decision);
        var how = isToGroup(decision) && groups.isEmpty() ? ".gone" : how(decision);
        return new Says(
                "decision.says." + rule(decision) + how,
                List.of(buyer, memberNames.apply(assigned), groups, load, candidates.size()));
    }

    /** A forward goes by a rule of its own, to a member or to a group. */
    private static String rule(Logged decision) {
        return switch (decision.trigger()) {
            case FORWARDED, REASSIGNED -> decision.trigger() + (isToGroup(decision) ? ".group" : ".member");
            case MESSAGE, OWNER_GONE, HOLD_EXPIRED, AGENT_AVAILABLE, ACCESS_LOST, DISTRIBUTION_CHANGED ->
                decision.reason().name();
        };
    }

    private static boolean isToGroup(Logged decision) {
        return decision.reason() == Reason.GROUP;
    }

    /** Whether there was a choice, and whether the load alone made it. */
    private static String how(Logged decision) {
        var byLoad = decision.reason() == Reason.GROUP || decision.reason() == Reason.FALLBACK;
        var handedOver = decision.trigger() == Trigger.FORWARDED || decision.trigger() == Trigger.REASSIGNED;
        if (!byLoad || handedOver) {
            return "";
        }
        var candidates = decision.why().candidates();
        if (candidates.size() < 2) {
            return ".only";
        }
        return candidates.get(0).load() == candidates.get(1).load() ? ".tied" : "";
    }

    private String groups(Logged decision) {
        return decision.why().candidates().stream()
                .map(this::group)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    private List<Compared> compared(Logged decision) {
        return decision.why().candidates().stream()
                .map(one -> new Compared(
                        one.member(),
                        memberNames.apply(one.member()),
                        group(one),
                        one.load(),
                        one.member().equals(decision.assigned())))
                .toList();
    }

    private List<Others> others(Logged decision) {
        var byReason = new EnumMap<Why, List<Person>>(Why.class);
        for (var one : decision.why().excluded()) {
            byReason.computeIfAbsent(one.why(), any -> new ArrayList<>())
                    .add(new Person(one.member(), memberNames.apply(one.member())));
        }
        return byReason.entrySet().stream()
                .map(entry -> new Others(entry.getKey().name(), entry.getValue()))
                .toList();
    }

    private @Nullable String group(Candidate candidate) {
        return candidate.group() == null ? null : groupNames.get(candidate.group());
    }
}
