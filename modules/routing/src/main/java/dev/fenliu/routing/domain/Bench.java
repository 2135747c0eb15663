package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.TieBreak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may answer in one shop, and how the shop distributes: a snapshot that a decision reads. An agent who serves several
 * shops sits on several benches, with one load.
 */
public final class Bench {
    // Written out: one decision compares a thousand agents some ten thousand times, and chained keys took longer.
    private static final Comparator<Agent> OLDER = (one, other) -> {
        var byAge = one.createdAt().compareTo(other.createdAt());
        return byAge != 0 ? byAge : Long.compare(one.id().value(), other.id().value());
    };
    private static final Comparator<Agent> LONGER_WITHOUT = (one, other) -> {
        var byTurn = one.lastAssigned().compareTo(other.lastAssigned());
        return byTurn != 0 ? byTurn : OLDER.compare(one, other);
    };
    private static final Comparator<Agent> OLDEST_ACCOUNT = (one, other) -> {
        var byLoad = Integer.compare(one.load(), other.load());
        return byLoad != 0 ? byLoad : OLDER.compare(one, other);
    };
    private static final Comparator<Agent> LEAST_RECENTLY_ASSIGNED = (one, other) -> {
        var byLoad = Integer.compare(one.load(), other.load());
        return byLoad != 0 ? byLoad : LONGER_WITHOUT.compare(one, other);
    };

    private final ShopSetup setup;
    private final Agent main;
    private final List<Agent> agents;
    private final Map<MemberId, Agent> byId = new HashMap<>();
    // By the agent itself and not by id: a decision among a thousand looks here two thousand times.
    private final IdentityHashMap<Agent, ChatGroup> groupOf = new IdentityHashMap<>();
    private final boolean mainIsInGroup;

    /**
     * Seats them.
     *
     * @param agents everybody active with chat permission for the shop, the main account included
     */
    public Bench(ShopSetup setup, Agent main, List<Agent> agents) {
        this.setup = setup;
        this.main = main;
        this.agents = agents.stream().sorted(OLDER).toList();
        agents.forEach(agent -> byId.put(agent.id(), agent));
        for (var group : setup.groups()) {
            group.members().forEach(member -> agent(member).ifPresent(agent -> groupOf.put(agent, group)));
        }
        mainIsInGroup =
                setup.groups().stream().anyMatch(group -> group.members().contains(main.id()));
    }

    /** The same bench with these agents sitting on it. */
    public Bench with(Map<MemberId, Agent> others) {
        return new Bench(
                setup,
                others.getOrDefault(main.id(), main),
                agents.stream()
                        .map(agent -> others.getOrDefault(agent.id(), agent))
                        .toList());
    }

    public ShopId shop() {
        return setup.shop();
    }

    public boolean distributes() {
        return setup.enabled();
    }

    public Agent main() {
        return main;
    }

    /** Everybody active with chat permission for the shop, the oldest account first. */
    public List<Agent> agents() {
        return agents;
    }

    /** Empty for somebody who may not answer in this shop (any more). */
    public Optional<Agent> agent(@Nullable MemberId member) {
        return Optional.ofNullable(member).map(byId::get);
    }

    public @Nullable GroupId groupOf(Agent agent) {
        var group = groupOf.get(agent);
        return group == null ? null : group.id();
    }

    /** What the group that they are in is called; null for somebody who is in none. */
    @Nullable
    String groupName(Agent agent) {
        var group = groupOf.get(agent);
        return group == null ? null : group.name();
    }

    public Optional<ChatGroup> group(GroupId id) {
        return setup.groups().stream().filter(group -> group.id().equals(id)).findFirst();
    }

    boolean isInGroupWith(ChatSource source, Agent agent) {
        var group = groupOf.get(agent);
        return group != null && group.sources().contains(source);
    }

    /** Which sources their group has; none for somebody who is in no group. */
    Set<ChatSource> sourcesOf(Agent agent) {
        var group = groupOf.get(agent);
        return group == null ? Set.of() : group.sources();
    }

    /** Whether the main account is an agent like any other: its switch is on and it is in a group (scenario D). */
    boolean mainIsAgent() {
        return setup.includeMain() && mainIsInGroup;
    }

    /** Whether the main account helps out when nobody else is available (scenario C). */
    public boolean mainHelpsOut() {
        return setup.includeMain() && !mainIsInGroup;
    }

    /** Whether rows 3 and 4 count this agent at all. */
    public boolean takesPart(Agent agent) {
        return !agent.isMain() || mainIsAgent();
    }

    boolean isAtCap(Agent agent) {
        return agent.load() >= setup.cap();
    }

    /** ONLINE, with the permission (whoever sits here has it), below the cap. */
    boolean isAvailable(Agent agent) {
        return agent.isOnline() && !isAtCap(agent);
    }

    /** Whether rows 3 to 5 could choose them now. */
    boolean couldTake(Agent agent) {
        return byId.containsKey(agent.id())
                && (takesPart(agent) || (agent.isMain() && mainHelpsOut()))
                && isAvailable(agent);
    }

    /** The least loaded first; who of equals is the shop's choice. */
    public Comparator<Agent> order() {
        return setup.tieBreak() == TieBreak.OLDEST_ACCOUNT ? OLDEST_ACCOUNT : LEAST_RECENTLY_ASSIGNED;
    }

    /** Some of the agents, who stand in their order here, in the order of preference. */
    List<Agent> preferred(List<Agent> some) {
        if (setup.tieBreak() == TieBreak.OLDEST_ACCOUNT) {
            return byLoad(some);
        }
        return some.stream().sorted(order()).toList();
    }

    // Of equal loads the older account stands first already. Sorting numbers takes a fifth of comparing agents.
    private static List<Agent> byLoad(List<Agent> some) {
        var keys = new long[some.size()];
        for (var place = 0; place < keys.length; place++) {
            keys[place] = (long) some.get(place).load() << Integer.SIZE | place;
        }
        Arrays.sort(keys);
        var sorted = new ArrayList<Agent>(keys.length);
        for (var key : keys) {
            sorted.add(some.get((int) key));
        }
        return sorted;
    }

    /** Who of the equally loaded comes first. */
    public static Comparator<Agent> amongEquals(TieBreak tieBreak) {
        return tieBreak == TieBreak.OLDEST_ACCOUNT ? OLDER : LONGER_WITHOUT;
    }

    /** How many conversations rows 3 to 5 could hand out now; an upper bound where agents serve several shops. */
    public int room() {
        return agents.stream().filter(this::couldTake).mapToInt(this::room).sum();
    }

    /** How many this one could take up to the cap. */
    int room(Agent agent) {
        return Math.max(0, setup.cap() - agent.load());
    }
}
