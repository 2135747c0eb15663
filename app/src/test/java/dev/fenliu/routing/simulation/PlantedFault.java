package dev.fenliu.routing.simulation;

/** A mistake that somebody might make in the policy: a piece of its text, and what it says instead. */
enum PlantedFault {
    HIDDEN_OWNERS_LOSE_THEIR_CHATS("case ONLINE, HIDDEN -> true;", "case ONLINE -> true; case HIDDEN -> false;"),
    OWNERS_JUST_GONE_LOSE_THEIR_CHATS("case OFFLINE -> agent.isJustGone(loyalty, now);", "case OFFLINE -> false;"),
    WHAT_WAITED_GOES_TO_THE_MAIN_ACCOUNT_FOR_ANOTHER_REASON("waited ? DISTRIBUTION_CHANGED : trigger", "trigger"),
    LOYALTY_OBEYS_THE_CAP(
            "lastHandler().filter(Agent::isOnline).map(agent -> named(agent, trigger, LOYAL))",
            "lastHandler().filter(bench::isAvailable).map(agent -> named(agent, trigger, LOYAL))"),
    NOBODY_IS_HELD_FOR("\n                        .or(is::row2b)", ""),
    HIDING_KEEPS_WHAT_IS_HELD(
            "agent.presence() == Presence.OFFLINE && !now.isAfter(heldUntil)", "!now.isAfter(heldUntil)"),
    GROUPS_ARE_FORGOTTEN(
            "bench.takesPart(agent) && bench.isInGroupWith(request.source(), agent)", "bench.takesPart(agent)"),
    THE_BUSIEST_IS_CHOSEN(".min(bench.order())", ".max(bench.order())"),
    THE_CAP_IS_FORGOTTEN("counted().filter(bench::isAvailable)", "counted().filter(Agent::isOnline)"),
    THE_MAIN_ACCOUNT_COMES_BEFORE_THE_OTHERS(
            ".or(is::row4)\n                        .or(is::row5)",
            ".or(is::row5)\n                        .or(is::row4)"),
    THE_MAIN_ACCOUNT_IS_SEEN_ONLINE_THOUGH_NOT_INCLUDED(
            "counted().anyMatch(Agent::isOnline)", "bench.agents().stream().anyMatch(Agent::isOnline)"),
    THE_MAIN_ACCOUNT_IS_ALWAYS_A_LAST_HANDLER(
            "bench.agent(request.loyalTo()).filter(bench::takesPart)", "bench.agent(request.loyalTo())"),
    FORMER_OWNERS_ARE_FORGOTTEN("\n                        .or(() -> is.ownerIsBack(waiting.formerOwner()))", "");

    private final String right;
    private final String wrong;

    PlantedFault(String right, String wrong) {
        this.right = right;
        this.wrong = wrong;
    }

    /** The policy's source with the mistake in it. */
    String plantedIn(String source) {
        if (!source.contains(right)) throw new IllegalStateException("the policy does not say any more: " + right);
        return source.replace(right, wrong);
    }
}
