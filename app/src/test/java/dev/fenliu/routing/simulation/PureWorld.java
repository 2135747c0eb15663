package dev.fenliu.routing.simulation;

import static java.util.stream.Collectors.toMap;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.RoutingEvent.Assignment;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.domain.Agent;
import dev.fenliu.routing.domain.Attendance;
import dev.fenliu.routing.domain.Batch;
import dev.fenliu.routing.domain.Bench;
import dev.fenliu.routing.domain.Decisions.Logged;
import dev.fenliu.routing.domain.Loyalty;
import dev.fenliu.routing.domain.Outcome;
import dev.fenliu.routing.domain.Request;
import dev.fenliu.routing.domain.RoutingPolicy;
import dev.fenliu.routing.simulation.Step.CardKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The product's policy and batches, with just enough around them to play the lane, the desks and the buyers. */
final class PureWorld implements World {
    private static final EnterpriseId ENTERPRISE = new EnterpriseId(1);
    private static final Duration OFFLINE_AFTER = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofMinutes(30);
    private static final Duration MOMENT = Duration.ofNanos(1_000);
    private static final Comparator<Request> QUEUE =
            Comparator.comparing(Request::askedAt).thenComparing(Request::conversation);

    private static final class Talk {
        final ConversationId id;
        final int shop;
        final int buyer;
        final ChatSource source;
        String state = "WAITING";

        @Nullable
        MemberId owner;

        @Nullable
        MemberId handler;

        boolean held;
        boolean asking = true;
        boolean unread = true;
        boolean buyerSpokeLast = true;
        Instant talkedAt;
        Instant updatedAt;

        Talk(ConversationId id, int shop, int buyer, ChatSource source, Instant now) {
            this.id = id;
            this.shop = shop;
            this.buyer = buyer;
            this.source = source;
            this.talkedAt = now;
            this.updatedAt = now;
        }

        boolean isOpen() {
            return state.equals("WAITING") || state.equals("OPEN");
        }

        @Nullable
        MemberId lastHandler() {
            return handler != null ? handler : owner;
        }
    }

    private final RoutingPolicy policy = new RoutingPolicy(Loyalty.STANDARD);
    private final Map<MemberId, Attendance> attendances = new HashMap<>();
    private final Map<MemberId, Instant> lastAssigned = new HashMap<>();
    private final Map<MemberId, Set<ShopId>> rights = new HashMap<>();
    private final Set<MemberId> desks = new HashSet<>();
    private final Set<ShopId> closed = new HashSet<>();
    private final Map<ShopId, ShopSetup> setups = new HashMap<>();
    private final IdentityHashMap<ShopSetup, ShopSetup> counting = new IdentityHashMap<>();
    private final Map<ConversationId, Request> staging = new HashMap<>();
    private final TreeMap<Integer, Talk> latest = new TreeMap<>();
    private final Map<ConversationId, Talk> talks = new HashMap<>();
    private final List<Made> made = new ArrayList<>();
    private Instant now = Trial.BEGINNING;
    private long conversations;

    PureWorld() {
        for (var member = 0; member < Step.MEMBERS; member++) {
            rights.put(member(member), Set.of(shop(0), shop(1)));
        }
        for (var shop = 0; shop < Step.SHOPS; shop++) {
            var where = shop(shop);
            var groups = IntStream.range(0, Step.GROUPS)
                    .mapToObj(group -> new ChatGroup(
                            group(where, group), where, "group" + group, Set.of(ChatSource.OTHER), Set.of()))
                    .toList();
            setups.put(where, new ShopSetup(where, false, false, 1, TieBreak.OLDEST_ACCOUNT, groups));
        }
    }

    @Override
    public String live(Step step) {
        var answer = switch (step) {
            case Step.Writes it -> writes(it.shop(), it.buyer(), startedFrom(it.source(), it.card()));
            case Step.Chooses it -> chooses(member(it.member()), it.choice());
            case Step.Opens it -> opens(member(it.member()));
            case Step.Crashes it -> crashes(member(it.member()));
            case Step.Reads it -> owned(it.shop(), it.buyer()).map(this::reads).orElse(DONE);
            case Step.Replies it ->
                owned(it.shop(), it.buyer()).map(this::replies).orElse(DONE);
            case Step.Closes it ->
                owned(it.shop(), it.buyer()).map(PureWorld::closes).orElse(DONE);
            case Step.Forwards it ->
                owned(it.shop(), it.buyer())
                        .map(talk -> handOver(talk, Objects.requireNonNull(talk.owner), it.to()))
                        .orElse(DONE);
            case Step.Reassigns it ->
                Optional.ofNullable(latest.get(key(it.shop(), it.buyer())))
                        .filter(Talk::isOpen)
                        .map(talk -> handOver(talk, member(Step.MAIN), it.to()))
                        .orElse(DONE);
            case Step.ReassignsAll it -> reassignsAll(member(it.from()), it.to());
            case Step.Sets it -> sets(it);
            case Step.Fills it -> fills(it);
            case Step.Answers it -> answers(it);
            case Step.May it -> may(it);
            case Step.Becomes it -> becomes(shop(it.shop()), it.authorized());
            case Step.Passes it -> passes(it.time());
        };
        drain();
        return answer;
    }

    private String writes(int shop, int buyer, ChatSource source) {
        if (closed.contains(shop(shop))) return "shop-disabled";
        var talk = latest.get(key(shop, buyer));
        if (talk == null || !talk.isOpen()) {
            var fresh = new Talk(new ConversationId(++conversations), shop, buyer, source, now);
            latest.put(key(shop, buyer), fresh);
            talks.put(fresh.id, fresh);
            ask(new Request.NewConversation(fresh.id, shop(shop), source, now, talk == null ? null : loyalTo(talk)));
            return DONE;
        }
        var owner = talk.state.equals("OPEN") && !talk.asking && !talk.held ? talk.owner : null;
        if (owner != null && !policy.keepsOwner(owner, bench(shop), now)) {
            talk.asking = true;
            ask(new Request.OwnerGone(talk.id, shop(shop), talk.source, now, loyalTo(talk), owner));
        }
        talk.talkedAt = now;
        talk.updatedAt = now;
        talk.buyerSpokeLast = true;
        talk.unread = true;
        return DONE;
    }

    private static ChatSource startedFrom(ChatSource page, CardKind card) {
        if (page != ChatSource.OTHER || card == CardKind.NONE) return page;
        return card == CardKind.PRODUCT ? ChatSource.PRODUCT_PAGE : ChatSource.ORDER_PAGE;
    }

    private @Nullable MemberId loyalTo(Talk talk) {
        return Loyalty.STANDARD.covers(talk.talkedAt, now) ? talk.lastHandler() : null;
    }

    private String chooses(MemberId member, Presence choice) {
        if (choice == Presence.OFFLINE) desks.remove(member);
        attendances.put(member, attendance(member).chose(choice, now));
        return DONE;
    }

    private String opens(MemberId member) {
        desks.add(member);
        attendances.put(member, attendance(member).seen(now));
        return DONE;
    }

    private String crashes(MemberId member) {
        desks.remove(member);
        return DONE;
    }

    private Attendance attendance(MemberId member) {
        var known = attendances.get(member);
        return known == null ? Attendance.unseen(ENTERPRISE, member, now) : known.asOf(now, OFFLINE_AFTER);
    }

    private Optional<Talk> owned(int shop, int buyer) {
        return Optional.ofNullable(latest.get(key(shop, buyer)))
                .filter(talk -> talk.state.equals("OPEN") && !talk.held)
                .filter(talk -> {
                    var owner = Objects.requireNonNull(talk.owner);
                    return attendances.containsKey(owner)
                            && attendance(owner).presence() != Presence.OFFLINE
                            && mayAnswer(owner, shop(shop));
                });
    }

    private String reads(Talk talk) {
        if (talk.unread) talk.updatedAt = now;
        talk.unread = false;
        return DONE;
    }

    private String replies(Talk talk) {
        talk.unread = false;
        talk.handler = talk.owner;
        talk.talkedAt = now;
        talk.updatedAt = now;
        talk.buyerSpokeLast = false;
        return DONE;
    }

    private static String closes(Talk talk) {
        talk.state = "CLOSED";
        return DONE;
    }

    private String reassignsAll(MemberId from, Step.Target to) {
        var open = latest.values().stream()
                .filter(talk -> talk.state.equals("OPEN") && from.equals(talk.owner))
                .sorted(Comparator.comparing(talk -> talk.id))
                .toList();
        var taken = open.stream().filter(talk -> maybeTakenBy(to, talk.shop)).toList();
        var moving = taken.isEmpty() ? open : taken;
        if (taken.isEmpty() && !open.isEmpty() && to instanceof Step.ToGroup) return "unknown-target";
        for (var talk : moving) {
            if (targets(talk, member(Step.MAIN), to).isEmpty()) return "target-not-online";
        }
        moving.forEach(talk -> handOver(talk, member(Step.MAIN), to));
        return DONE;
    }

    private boolean maybeTakenBy(Step.Target to, int shop) {
        return switch (to) {
            case Step.ToMember it -> mayAnswer(member(it.member()), shop(shop));
            case Step.ToGroup group -> shop == group.shop();
        };
    }

    private String handOver(Talk talk, MemberId sender, Step.Target to) {
        if (to instanceof Step.ToGroup group && group.shop() != talk.shop) return "unknown-target";
        var targets = targets(talk, sender, to);
        if (targets.isEmpty()) return "target-not-online";
        var trigger = sender.equals(talk.owner) ? Trigger.FORWARDED : Trigger.REASSIGNED;
        var reason = to instanceof Step.ToGroup ? "GROUP" : "FORWARDED_TO_MEMBER";
        var chosen = targets.getFirst();
        lastAssigned.put(chosen, Agent.serving(seat().values(), now));
        staging.remove(talk.id);
        owns(talk, chosen, false, trigger);
        made.add(new Made(talk.shop, talk.buyer, trigger.name(), reason, Optional.of(number(chosen))));
        return DONE;
    }

    private List<MemberId> targets(Talk talk, MemberId sender, Step.Target to) {
        var bench = bench(talk.shop);
        return switch (to) {
            case Step.ToMember member ->
                bench
                        .agent(member(member.member()))
                        .filter(agent -> agent.isOnline() && !agent.id().equals(talk.owner))
                        .map(Agent::id)
                        .stream()
                        .toList();
            case Step.ToGroup group ->
                bench.agents().stream()
                        .filter(agent -> bench.group(group(shop(talk.shop), group.group())).stream()
                                .anyMatch(it -> it.members().contains(agent.id())))
                        .filter(agent -> agent.isOnline() && bench.takesPart(agent))
                        .filter(agent ->
                                !agent.id().equals(talk.owner) && !agent.id().equals(sender))
                        .sorted(bench.order())
                        .map(Agent::id)
                        .toList();
        };
    }

    private String sets(Step.Sets wish) {
        var shop = shop(wish.shop());
        var before = setup(shop);
        var after = new ShopSetup(
                shop,
                wish.enabled() == null ? before.enabled() : wish.enabled(),
                wish.includeMain() == null ? before.includeMain() : wish.includeMain(),
                wish.cap() == null ? before.cap() : wish.cap(),
                wish.tieBreak() == null ? before.tieBreak() : wish.tieBreak(),
                before.groups());
        if (Boolean.TRUE.equals(wish.enabled()) && nobodyCounts(after)) return "no-group-member";
        setups.put(shop, after);
        turnOffIfNobodyCounts(shop);
        if (!before.enabled() && setup(shop).enabled()) {
            var main = member(Step.MAIN);
            take(main, shop, Trigger.DISTRIBUTION_CHANGED, true);
        }
        return DONE;
    }

    /** What somebody has open there asks for another agent. */
    private void take(MemberId owner, ShopId shop, Trigger trigger, boolean onlyUnread) {
        latest.values().stream()
                .filter(talk -> shop(talk.shop).equals(shop) && talk.state.equals("OPEN") && owner.equals(talk.owner))
                .filter(talk -> talk.unread || !onlyUnread)
                .forEach(talk -> {
                    var loyalTo = loyalTo(talk);
                    ask(new Request.Rerouted(
                            talk.id, shop, talk.source, now, owner.equals(loyalTo) ? null : loyalTo, owner, trigger));
                });
    }

    private String fills(Step.Fills wish) {
        var shop = shop(wish.shop());
        var members = wish.members().stream().map(PureWorld::member).toList();
        if (members.stream().anyMatch(member -> !mayAnswer(member, shop))) return "no-chat-permission";
        change(shop, group -> {
            var present = new HashSet<>(group.members());
            members.forEach(present::remove);
            var filled = group.id().equals(group(shop, wish.group())) ? Set.copyOf(members) : present;
            return new ChatGroup(group.id(), shop, group.name(), group.sources(), filled);
        });
        return DONE;
    }

    private String answers(Step.Answers wish) {
        var shop = shop(wish.shop());
        change(
                shop,
                group -> group.id().equals(group(shop, wish.group()))
                        ? new ChatGroup(group.id(), shop, group.name(), wish.sources(), group.members())
                        : group);
        return DONE;
    }

    private interface GroupChange {
        ChatGroup of(ChatGroup group);
    }

    private void change(ShopId shop, GroupChange change) {
        var before = setup(shop);
        setups.put(
                shop,
                new ShopSetup(
                        shop,
                        before.enabled(),
                        before.includeMain(),
                        before.cap(),
                        before.tieBreak(),
                        before.groups().stream().map(change::of).toList()));
        turnOffIfNobodyCounts(shop);
    }

    private void turnOffIfNobodyCounts(ShopId shop) {
        var setup = setup(shop);
        if (setup.enabled() && nobodyCounts(setup)) {
            setups.put(
                    shop,
                    new ShopSetup(shop, false, setup.includeMain(), setup.cap(), setup.tieBreak(), setup.groups()));
        }
    }

    private static boolean nobodyCounts(ShopSetup setup) {
        return setup.groups().stream()
                .flatMap(group -> group.members().stream())
                .noneMatch(member -> setup.includeMain() || number(member) != Step.MAIN);
    }

    private String may(Step.May wish) {
        var member = member(wish.member());
        var where = new HashSet<ShopId>();
        if (wish.active()) wish.shops().forEach(shop -> where.add(shop(shop)));
        rights.put(member, where);
        for (var shop : List.copyOf(setups.keySet())) {
            if (!where.contains(shop)) {
                change(shop, group -> {
                    var present = new HashSet<>(group.members());
                    present.remove(member);
                    return new ChatGroup(group.id(), shop, group.name(), group.sources(), present);
                });
                take(member, shop, Trigger.ACCESS_LOST, false);
            }
        }
        return DONE;
    }

    private String becomes(ShopId shop, boolean authorized) {
        if (authorized) {
            closed.remove(shop);
        } else {
            closed.add(shop);
        }
        return DONE;
    }

    private String passes(Duration time) {
        var target = now.plus(time);
        desks.forEach(member -> attendances.put(member, attendance(member).seen(target)));
        for (var due = nextHoldOver(target); due.isPresent(); due = nextHoldOver(target)) {
            now = due.get();
            drain();
        }
        now = target;
        for (var talk : latest.values()) {
            if (talk.state.equals("OPEN") && !talk.unread && now.isAfter(talk.updatedAt.plus(QUIET))) {
                talk.state = talk.buyerSpokeLast ? "CLOSED_UNANSWERED" : "CLOSED";
            }
        }
        return DONE;
    }

    private Optional<Instant> nextHoldOver(Instant limit) {
        return staging.values().stream()
                .filter(Request.Held.class::isInstance)
                .map(held -> ((Request.Held) held).heldUntil().plus(MOMENT))
                .filter(end -> end.isAfter(now) && !end.isAfter(limit))
                .min(Comparator.naturalOrder());
    }

    // The lane

    private void ask(Request request) {
        var before = staging.get(request.conversation());
        staging.put(request.conversation(), before == null ? request : inPlaceOf(before, (Request.Rerouted) request));
    }

    /** One that is held already is asked for anew from its old place in the queue. */
    private static Request inPlaceOf(Request before, Request.Rerouted moved) {
        return new Request.Rerouted(
                moved.conversation(),
                moved.shop(),
                moved.source(),
                before.askedAt(),
                before.loyalTo(),
                moved.owner(),
                moved.trigger());
    }

    private void drain() {
        var more = true;
        while (more && !staging.isEmpty()) {
            more = batch();
        }
    }

    private boolean batch() {
        var moot = staging.keySet().stream()
                .filter(id -> !Objects.requireNonNull(talks.get(id)).isOpen())
                .toList();
        moot.forEach(staging::remove);
        var agents = seat();
        var requests = staging.values().stream()
                .filter(request -> isDue(request, agents))
                .sorted(QUEUE)
                .toList();
        var unread = new HashSet<ConversationId>();
        requests.stream()
                .map(Request::conversation)
                .filter(id -> Objects.requireNonNull(talks.get(id)).unread)
                .forEach(unread::add);
        var benches = setups.keySet().stream()
                .filter(shop -> !closed.contains(shop))
                .collect(toMap(shop -> shop, shop -> bench(shop, agents)));
        var batch = new Batch(policy, agents, benches, unread, now);
        var outcome = Outcome.of(batch.decide(requests), moot, now);
        outcome.assignments().forEach(this::assign);
        outcome.lapsed().forEach(id -> Objects.requireNonNull(talks.get(id)).asking = false);
        outcome.log().forEach(this::log);
        outcome.staged().forEach(request -> staging.put(request.conversation(), staged(request)));
        outcome.held().forEach(held -> staging.put(held.conversation(), held));
        outcome.leaving().forEach(staging::remove);
        lastAssigned.putAll(batch.served());
        return batch.eased() || outcome.stagedWithPreference();
    }

    private boolean isDue(Request request, Map<MemberId, Agent> agents) {
        return !(request instanceof Request.Held held)
                || now.isAfter(held.heldUntil())
                || Objects.requireNonNull(agents.get(held.agent())).presence() != Presence.OFFLINE
                || !setup(held.shop()).enabled();
    }

    private static Request staged(Request request) {
        return new Request.Staged(
                request.conversation(),
                request.shop(),
                request.source(),
                request.askedAt(),
                request.loyalTo(),
                request instanceof Request.OwnerGone gone ? gone.owner() : null);
    }

    private void assign(Assignment assignment) {
        owns(
                Objects.requireNonNull(talks.get(assignment.conversation())),
                assignment.to(),
                assignment.held(),
                assignment.trigger());
    }

    private void owns(Talk talk, @Nullable MemberId owner, boolean held, Trigger trigger) {
        if (!Objects.equals(talk.owner, owner)) {
            talk.unread = true;
            talk.updatedAt = now;
            if (trigger == Trigger.FORWARDED || trigger == Trigger.REASSIGNED) talk.handler = owner;
        }
        talk.owner = owner;
        talk.held = held;
        talk.asking = false;
        talk.state = owner == null ? "WAITING" : "OPEN";
    }

    private void log(Logged logged) {
        var talk = Objects.requireNonNull(talks.get(logged.conversation()));
        var who = Optional.ofNullable(logged.assigned()).map(PureWorld::number);
        made.add(new Made(
                talk.shop, talk.buyer, logged.trigger().name(), logged.reason().name(), who));
        if (!isFair(logged)) throw new AssertionError("somebody with less was passed over, or the cap: " + logged);
    }

    /** The log itself shows it: the chosen one comes first, nobody compared has less, and none is at the cap. */
    private boolean isFair(Logged logged) {
        var candidates = logged.why().candidates();
        return switch (logged.reason()) {
            case GROUP, FALLBACK, MAIN_LAST ->
                candidates.getFirst().member().equals(logged.assigned())
                        && candidates.stream()
                                .allMatch(
                                        it -> it.load() >= candidates.getFirst().load())
                        && candidates.getFirst().load() < setup(logged.shop()).cap();
            case ALL_AT_CAP, NOBODY_ONLINE -> candidates.isEmpty();
            case DISTRIBUTION_OFF, LOYAL, LOYAL_HOLD, FORWARDED_TO_MEMBER -> candidates.size() == 1;
        };
    }

    private Map<MemberId, Agent> seat() {
        var loads = new HashMap<MemberId, Integer>();
        for (var talk : latest.values()) {
            if (talk.owner != null && talk.state.equals("OPEN") && talk.unread)
                loads.merge(talk.owner, 1, Integer::sum);
        }
        var agents = new HashMap<MemberId, Agent>();
        for (var number = 0; number < Step.MEMBERS; number++) {
            var member = member(number);
            var known = attendances.containsKey(member) ? attendance(member) : null;
            agents.put(
                    member,
                    new Agent(
                            member,
                            known == null ? Presence.OFFLINE : known.presence(),
                            known == null ? Instant.EPOCH : known.since(),
                            known == null ? null : known.lastSeen(),
                            Instant.EPOCH.plusSeconds(number),
                            number == Step.MAIN,
                            loads.getOrDefault(member, 0),
                            lastAssigned.getOrDefault(member, Instant.EPOCH)));
        }
        return agents;
    }

    private Bench bench(int shop) {
        return bench(shop(shop), seat());
    }

    private Bench bench(ShopId shop, Map<MemberId, Agent> agents) {
        var setup = setup(shop);
        var main = Objects.requireNonNull(agents.get(member(Step.MAIN)));
        var answering = IntStream.range(0, Step.MEMBERS)
                .mapToObj(PureWorld::member)
                .filter(member -> mayAnswer(member, shop))
                .map(agents::get)
                .toList();
        return new Bench(counting.computeIfAbsent(setup, PureWorld::counting), main, answering);
    }

    /** The main account counts as a member only while its switch is on. */
    private static ShopSetup counting(ShopSetup setup) {
        if (setup.includeMain()) return setup;
        var groups = setup.groups().stream()
                .map(group -> {
                    var members = new HashSet<>(group.members());
                    members.remove(member(Step.MAIN));
                    return new ChatGroup(group.id(), group.shop(), group.name(), group.sources(), members);
                })
                .toList();
        return new ShopSetup(setup.shop(), setup.enabled(), false, setup.cap(), setup.tieBreak(), groups);
    }

    private ShopSetup setup(ShopId shop) {
        return Objects.requireNonNull(setups.get(shop));
    }

    private boolean mayAnswer(MemberId member, ShopId shop) {
        return number(member) == Step.MAIN
                || Objects.requireNonNull(rights.get(member)).contains(shop);
    }

    @Override
    public List<Made> decisions() {
        var since = List.copyOf(made);
        made.clear();
        return since;
    }

    @Override
    public List<Seen> conversations() {
        return latest.values().stream()
                .map(talk -> new Seen(
                        talk.shop,
                        talk.buyer,
                        talk.state,
                        Optional.ofNullable(talk.owner).map(PureWorld::number),
                        talk.held,
                        talk.state.equals("OPEN") && talk.unread))
                .toList();
    }

    private static int key(int shop, int buyer) {
        return shop * Step.BUYERS + buyer;
    }

    private static MemberId member(int number) {
        return new MemberId(number + 1L);
    }

    private static int number(MemberId member) {
        return (int) member.value() - 1;
    }

    private static ShopId shop(int number) {
        return new ShopId(number + 1L);
    }

    private static GroupId group(ShopId shop, int number) {
        return new GroupId(10 * shop.value() + number);
    }
}
