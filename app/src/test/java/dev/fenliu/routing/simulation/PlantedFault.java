package dev.fenliu.routing.simulation;

import dev.fenliu.chatgroups.domain.ShopGroups;
import dev.fenliu.routing.domain.RoutingPolicy;
import dev.fenliu.webchat.domain.Conversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mistake that somebody might make: a piece of a class's text, and what it says instead. */
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
    FORMER_OWNERS_ARE_FORGOTTEN("\n                        .or(() -> is.ownerIsBack(waiting.formerOwner()))", ""),
    NEW_OWNERS_FIND_WHAT_OTHERS_READ(Conversation.class, "marks = marks.unreadAgain();", ""),
    READING_A_MESSAGE_READS_THOSE_AFTER_IT(
            Conversation.class, "readUpTo(buyerCount, seq)", "readUpTo(marks.buyerCount(), seq)"),
    CLOSING_OVERLOOKS_WHAT_THE_BUYER_WROTE_MEANWHILE(
            Conversation.class, "seenOfBuyer < marks.buyerCount()", "seenOfBuyer < 0"),
    WHO_JOINS_A_GROUP_STAYS_IN_THE_OTHER(
            ShopGroups.class, "roster.takeFromOthers(after.members(), id)", "new ArrayList<SetupFact>()"),
    WHO_MAY_NOT_ANSWER_IS_CHOSEN_FOR_A_GROUP(ShopGroups.class, "requireChatPermission(draft, before.members());", ""),
    DISTRIBUTION_OUTLIVES_THE_LAST_MEMBER(
            ShopGroups.class,
            "facts.add(new GroupChanged(before, after));\n        turnOffIfNobodyCounts(facts);",
            "facts.add(new GroupChanged(before, after));"),
    DISTRIBUTION_OUTLIVES_THE_LAST_GROUP(
            ShopGroups.class, "roster.remove(id);\n        turnOffIfNobodyCounts(facts);", "roster.remove(id);");

    private final Class<?> where;
    private final String right;
    private final String wrong;

    PlantedFault(String right, String wrong) {
        this(RoutingPolicy.class, right, wrong);
    }

    PlantedFault(Class<?> where, String right, String wrong) {
        this.where = where;
        this.right = right;
        this.wrong = wrong;
    }

    Class<?> where() {
        return where;
    }

    /** The source with the mistake in it. */
    String planted() throws IOException {
        var source = sourceOf(where);
        if (!source.contains(right))
            throw new IllegalStateException(where.getSimpleName() + " does not say any more: " + right);
        return source.replace(right, wrong);
    }

    static String sourceOf(Class<?> product) throws IOException {
        var module = product.getPackageName().split("\\.", -1)[2];
        var name = product.getName().replace('.', '/') + ".java";
        return Files.readString(Path.of("../modules", module, "src/main/java", name));
    }
}
