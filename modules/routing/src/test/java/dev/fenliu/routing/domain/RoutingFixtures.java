package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shop of the rules' scenarios: 售前 = {P1, P2}, 售後 = {Q1}, N1 in no group, M the main account. */
final class RoutingFixtures {
    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    static final ShopId SHOP = new ShopId(1);
    static final MemberId M = new MemberId(10);
    static final MemberId P1 = new MemberId(11);
    static final MemberId P2 = new MemberId(12);
    static final MemberId Q1 = new MemberId(13);
    static final MemberId N1 = new MemberId(14);
    static final GroupId PRE_SALES = new GroupId(101);
    static final GroupId AFTER_SALES = new GroupId(102);

    private final Map<MemberId, Agent> agents = new LinkedHashMap<>();
    private final Map<ChatSource, GroupId> sources = new EnumMap<>(ChatSource.class);
    private final Map<GroupId, Set<MemberId>> members = new HashMap<>();
    private boolean enabled = true;
    private boolean includeMain;
    private int cap = 100;
    private TieBreak tieBreak = TieBreak.OLDEST_ACCOUNT;
    private Instant now = NOW;
    private long lastConversation = 1_000;

    RoutingFixtures() {
        sources.put(ChatSource.PRODUCT_PAGE, PRE_SALES);
        sources.put(ChatSource.ORDER_PAGE, AFTER_SALES);
        members.put(PRE_SALES, Set.of(P1, P2));
        members.put(AFTER_SALES, Set.of(Q1));
        List.of(M, P1, P2, Q1, N1).forEach(this::offlineLong);
    }

    static RoutingFixtures theShop() {
        return new RoutingFixtures();
    }

    RoutingFixtures online(MemberId member, int load) {
        return with(member, Presence.ONLINE, now, load, Instant.EPOCH);
    }

    RoutingFixtures onlineLastAssigned(MemberId member, int load, Instant lastAssigned) {
        return with(member, Presence.ONLINE, now, load, lastAssigned);
    }

    RoutingFixtures onlineSince(MemberId member, Instant since) {
        agents.put(
                member,
                new Agent(member, Presence.ONLINE, since, now, createdAt(member), member.equals(M), 0, Instant.EPOCH));
        return this;
    }

    RoutingFixtures hidden(MemberId member) {
        return with(member, Presence.HIDDEN, now, 0, Instant.EPOCH);
    }

    RoutingFixtures offlineFor(MemberId member, Duration time) {
        return with(member, Presence.OFFLINE, now.minus(time), 0, Instant.EPOCH);
    }

    RoutingFixtures without(MemberId member) {
        agents.remove(member);
        return this;
    }

    RoutingFixtures off() {
        enabled = false;
        return this;
    }

    RoutingFixtures mainIncluded() {
        includeMain = true;
        return this;
    }

    RoutingFixtures mainInPreSales() {
        members.put(PRE_SALES, Set.of(P1, P2, M));
        return this;
    }

    RoutingFixtures cap(int places) {
        cap = places;
        return this;
    }

    RoutingFixtures leastRecentlyAssigned() {
        tieBreak = TieBreak.LEAST_RECENTLY_ASSIGNED;
        return this;
    }

    Bench bench() {
        var groups = new ArrayList<ChatGroup>();
        members.forEach((group, who) -> groups.add(new ChatGroup(
                group,
                SHOP,
                group.equals(PRE_SALES) ? "售前" : "售後",
                Set.of(group.equals(PRE_SALES) ? ChatSource.PRODUCT_PAGE : ChatSource.ORDER_PAGE),
                who)));
        var main = agents.get(M);
        if (main == null) {
            throw new IllegalStateException("there is always a main account");
        }
        return new Bench(
                new ShopSetup(SHOP, enabled, includeMain, cap, tieBreak, groups), main, List.copyOf(agents.values()));
    }

    Decision decide(Request request) {
        return new RoutingPolicy(Loyalty.STANDARD).decide(request, bench(), now);
    }

    /** In which these are unread with their owners. */
    Batch batch(Request... unread) {
        var ids = Arrays.stream(unread).map(Request::conversation).collect(Collectors.toSet());
        return new Batch(new RoutingPolicy(Loyalty.STANDARD), agents, Map.of(SHOP, bench()), ids, now);
    }

    Request newFrom(ChatSource source) {
        return new Request.NewConversation(next(), SHOP, source, now, null);
    }

    Request newFrom(ChatSource source, @Nullable MemberId lastHandler) {
        return new Request.NewConversation(next(), SHOP, source, now, lastHandler);
    }

    Request ownerGone(MemberId owner) {
        return new Request.OwnerGone(next(), SHOP, ChatSource.PRODUCT_PAGE, now, owner, owner);
    }

    Request taken(MemberId owner, Trigger trigger, @Nullable MemberId lastHandler) {
        return new Request.Rerouted(next(), SHOP, ChatSource.PRODUCT_PAGE, now, lastHandler, owner, trigger);
    }

    Request staged(@Nullable MemberId formerOwner, @Nullable MemberId lastHandler) {
        return new Request.Staged(next(), SHOP, ChatSource.PRODUCT_PAGE, now, lastHandler, formerOwner);
    }

    Request heldFor(MemberId agent, Instant until) {
        return new Request.Held(next(), SHOP, ChatSource.PRODUCT_PAGE, now, agent, until);
    }

    List<Request> staged(int count) {
        var queue = new ArrayList<Request>();
        for (var i = 0; i < count; i++) {
            queue.add(staged(null, null));
        }
        return queue;
    }

    /** Accounts were created in the order of their ids. */
    private static Instant createdAt(MemberId member) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(member.value());
    }

    private ConversationId next() {
        return new ConversationId(++lastConversation);
    }

    private void offlineLong(MemberId member) {
        with(member, Presence.OFFLINE, now.minus(Duration.ofHours(3)), 0, Instant.EPOCH);
    }

    private RoutingFixtures with(MemberId member, Presence presence, Instant seen, int load, Instant lastAssigned) {
        agents.put(
                member,
                new Agent(member, presence, seen, seen, createdAt(member), member.equals(M), load, lastAssigned));
        return this;
    }
}
