package dev.fenliu.routing.simulation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.domain.Candidate;
import dev.fenliu.chatgroups.domain.DistributionWish;
import dev.fenliu.chatgroups.domain.GroupDraft;
import dev.fenliu.chatgroups.domain.SetupFact;
import dev.fenliu.chatgroups.domain.ShopGroups;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.RoutingEvent.Assignment;
import dev.fenliu.routing.TargetNotOnline;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.UnknownTarget;
import dev.fenliu.routing.domain.Agent;
import dev.fenliu.routing.domain.Attendance;
import dev.fenliu.routing.domain.Batch;
import dev.fenliu.routing.domain.Bench;
import dev.fenliu.routing.domain.Decisions.Logged;
import dev.fenliu.routing.domain.Loyalty;
import dev.fenliu.routing.domain.Outcome;
import dev.fenliu.routing.domain.Request;
import dev.fenliu.routing.domain.RoutingPolicy;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.Message;
import dev.fenliu.webchat.domain.Origin;
import dev.fenliu.webchat.domain.ShopIsDisabled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The product's policy, batches, conversations and groups, with just enough around them to play the lane, the desks and the
 * buyers.
 */
final class PureWorld implements Product {
    private static final EnterpriseId ENTERPRISE = new EnterpriseId(1);
    private static final GroupId NO_GROUP = new GroupId(0);
    private static final Duration OFFLINE_AFTER = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofMinutes(30);
    private static final Duration MOMENT = Duration.ofNanos(1_000);
    private static final Comparator<Request> QUEUE =
            Comparator.comparing(Request::askedAt).thenComparing(Request::conversation);

    /** A buyer's conversation, with what buyer and agents said in it. */
    private record Talk(int shop, int buyer, Conversation conversation, List<Message> said) {
        ConversationId id() {
            return conversation.id();
        }

        boolean isEnded() {
            return conversation.state().isClosed();
        }

        boolean isOpen() {
            return conversation.state() == ConversationState.OPEN;
        }

        boolean isOpenWith(MemberId member) {
            return isOpen() && member.equals(conversation.owner());
        }

        MemberId owner() {
            return Objects.requireNonNull(conversation.owner());
        }

        boolean isUnread() {
            return conversation.marks().unread() > 0;
        }

        Message shown(@Nullable Integer unseen) {
            return said.get(Math.max(0, said.size() - 1 - (unseen == null ? 0 : unseen)));
        }
    }

    private final RoutingPolicy policy = new RoutingPolicy(Loyalty.STANDARD);
    private final Map<MemberId, Attendance> attendances = new HashMap<>();
    private final Map<MemberId, Instant> lastAssigned = new HashMap<>();
    private final Set<MemberId> disabled = new HashSet<>();
    private final Map<MemberId, Set<Step.Grant>> grants = new HashMap<>();
    private final Map<MemberId, Set<ShopId>> rights = new HashMap<>();
    private final Set<MemberId> desks = new HashSet<>();
    private final Set<ShopId> closed = new HashSet<>();
    private final Map<Integer, GroupId> named = new HashMap<>();
    private final Map<ShopId, ShopGroups> groups = new HashMap<>();
    private final Map<ShopId, ShopSetup> setups = new HashMap<>();
    private final Map<ConversationId, Request> staging = new HashMap<>();
    private final TreeMap<Integer, Talk> latest = new TreeMap<>();
    private final Map<ConversationId, Talk> talks = new HashMap<>();
    private final List<Made> made = new ArrayList<>();
    private Instant now = Trial.BEGINNING;
    private long conversations;
    private long messages;
    private long groupsSoFar;

    PureWorld() {
        var shops = IntStream.range(0, Step.SHOPS).boxed().toList();
        for (var number = 0; number < Step.MEMBERS; number++) {
            grants.put(
                    member(number),
                    shops.stream()
                            .map(shop -> new Step.Grant(Step.Role.AGENT, shop))
                            .collect(toSet()));
            rights.put(member(number), shops.stream().map(PureWorld::shop).collect(toSet()));
        }
        for (var number : shops) {
            var untouched = ShopGroups.untouched(shop(number), member(Step.MAIN));
            groups.put(shop(number), untouched);
            setups.put(shop(number), untouched.setup());
        }
    }

    @Override
    public void take(Step step) {
        switch (step) {
            case Step.Writes it -> writes(it);
            case Step.Chooses it -> chooses(member(it.member()), it.choice());
            case Step.Opens it -> opens(member(it.member()));
            case Step.Crashes it -> desks.remove(member(it.member()));
            case Step.Reads it -> owned(it.shop(), it.buyer()).ifPresent(talk -> reads(talk, it.unseen()));
            case Step.Replies it -> owned(it.shop(), it.buyer()).ifPresent(this::replies);
            case Step.Closes it -> owned(it.shop(), it.buyer()).ifPresent(talk -> closes(talk, it.unseen()));
            case Step.Forwards it ->
                owned(it.shop(), it.buyer()).ifPresent(talk -> handOver(talk, talk.owner(), it.to()));
            case Step.Reassigns it ->
                Optional.ofNullable(latest.get(key(it.shop(), it.buyer())))
                        .filter(talk -> !talk.isEnded())
                        .ifPresent(talk -> handOver(talk, member(Step.MAIN), it.to()));
            case Step.ReassignsAll it -> reassignsAll(member(it.from()), it.to());
            case Step.Sets it ->
                change(
                        shop(it.shop()),
                        shop -> shop.change(
                                new DistributionWish(it.enabled(), it.includeMain(), it.cap(), it.tieBreak())));
            case Step.Creates it -> creates(it);
            case Step.Changes it -> changes(it);
            case Step.Deletes it -> change(shop(it.shop()), shop -> shop.delete(group(it.shop(), it.group())));
            case Step.May it -> may(member(it.member()), it.active(), it.grants());
            case Step.Gets it -> gets(member(it.member()), it.grant(), it.given());
            case Step.Becomes it -> becomes(shop(it.shop()), it.authorized());
            case Step.Passes it -> passes(it.time());
        }
        drain();
    }

    private void writes(Step.Writes it) {
        var where = shop(it.shop());
        if (closed.contains(where)) throw new ShopIsDisabled();
        var message = Product.message(it);
        var before = latest.get(key(it.shop(), it.buyer()));
        var loyalTo = before == null ? null : loyalTo(before);
        if (before == null || before.isEnded()) {
            var id = new ConversationId(++conversations);
            var source = message.startedFrom();
            var origin = new Origin(id, ENTERPRISE, where, new BuyerId(it.buyer()), source, now);
            var fresh = new Talk(it.shop(), it.buyer(), Conversation.opened(origin), new ArrayList<>());
            fresh.said().add(fresh.conversation().buyerWrites(nextMessage(), message, now));
            latest.put(key(it.shop(), it.buyer()), fresh);
            talks.put(id, fresh);
            ask(new Request.NewConversation(id, where, source, now, loyalTo));
            return;
        }
        var conversation = before.conversation();
        var owner = conversation.ownerToAskAbout();
        before.said().add(conversation.buyerWrites(nextMessage(), message, now));
        if (owner != null && !policy.keepsOwner(owner, bench(where, seat()), now)) {
            conversation.askForAgent();
            var source = conversation.origin().source();
            ask(new Request.OwnerGone(before.id(), where, source, now, loyalTo, owner));
        }
    }

    private MessageId nextMessage() {
        return new MessageId(++messages);
    }

    private @Nullable MemberId loyalTo(Talk talk) {
        var conversation = talk.conversation();
        return Loyalty.STANDARD.covers(conversation.talk().lastTalkedAt(), now)
                ? conversation.holding().lastHandler()
                : null;
    }

    private void chooses(MemberId member, Presence choice) {
        if (choice == Presence.OFFLINE) desks.remove(member);
        attendances.put(member, attendance(member).chose(choice, now));
    }

    private void opens(MemberId member) {
        desks.add(member);
        attendances.put(member, attendance(member).seen(now));
    }

    private Attendance attendance(MemberId member) {
        var known = attendances.get(member);
        return known == null ? Attendance.unseen(ENTERPRISE, member, now) : known.asOf(now, OFFLINE_AFTER);
    }

    private Optional<Talk> owned(int shop, int buyer) {
        return Optional.ofNullable(latest.get(key(shop, buyer)))
                .filter(Talk::isOpen)
                .filter(talk ->
                        isAtWork(talk.owner()) || talk.conversation().holding().held())
                .filter(talk -> mayAnswer(talk.owner(), shop(shop)));
    }

    private boolean isAtWork(MemberId member) {
        return attendances.containsKey(member) && attendance(member).presence() != Presence.OFFLINE;
    }

    private void reads(Talk talk, @Nullable Integer unseen) {
        var line = talk.shown(unseen);
        talk.conversation().read(talk.owner(), line.buyerCount(), line.seq(), now);
    }

    private void replies(Talk talk) {
        if (talk.conversation().holding().held()) staging.remove(talk.id());
        talk.said().add(talk.conversation().reply(nextMessage(), talk.owner(), "好的", now));
    }

    private void closes(Talk talk, @Nullable Integer unseen) {
        talk.conversation()
                .close(nextMessage(), talk.owner(), talk.shown(unseen).buyerCount(), now);
    }

    private void reassignsAll(MemberId from, Step.Target to) {
        if (to instanceof Step.ToGroup it && !exists(it)) throw new UnknownTarget("toGroup");
        var open = latest.values().stream()
                .filter(talk -> talk.isOpenWith(from))
                .sorted(Comparator.comparing(Talk::id))
                .toList();
        var taken = open.stream().filter(talk -> maybeTakenBy(to, talk.shop())).toList();
        var moving = taken.isEmpty() ? open : taken;
        moving.forEach(talk -> targets(talk, member(Step.MAIN), to));
        moving.forEach(talk -> handOver(talk, member(Step.MAIN), to));
    }

    private boolean maybeTakenBy(Step.Target to, int shop) {
        return switch (to) {
            case Step.ToMember it -> mayAnswer(member(it.member()), shop(shop));
            case Step.ToGroup it -> shop == it.shop();
        };
    }

    private boolean exists(Step.ToGroup it) {
        var id = group(it.shop(), it.group());
        return setup(shop(it.shop())).groups().stream()
                .anyMatch(group -> group.id().equals(id));
    }

    private void handOver(Talk talk, MemberId sender, Step.Target to) {
        var chosen = targets(talk, sender, to).getFirst().id();
        var trigger = sender.equals(talk.conversation().owner()) ? Trigger.FORWARDED : Trigger.REASSIGNED;
        var reason = to instanceof Step.ToGroup ? "GROUP" : "FORWARDED_TO_MEMBER";
        lastAssigned.put(chosen, Agent.serving(seat().values(), now));
        staging.remove(talk.id());
        talk.conversation().assign(chosen, false, trigger, now);
        made.add(new Made(talk.shop(), talk.buyer(), trigger.name(), reason, Optional.of(number(chosen))));
    }

    private List<Agent> targets(Talk talk, MemberId sender, Step.Target to) {
        var bench = bench(shop(talk.shop()), seat());
        var owner = talk.conversation().owner();
        var targets = switch (to) {
            case Step.ToMember it ->
                bench.agent(member(it.member())).stream()
                        .filter(agent -> !agent.id().equals(owner));
            case Step.ToGroup it -> {
                var group = bench.group(group(it.shop(), it.group())).orElseThrow(() -> new UnknownTarget("toGroup"));
                yield bench.agents().stream()
                        .filter(agent -> group.members().contains(agent.id()) && bench.takesPart(agent))
                        .filter(agent ->
                                !agent.id().equals(owner) && !agent.id().equals(sender))
                        .sorted(bench.order());
            }
        };
        var online = targets.filter(Agent::isOnline).toList();
        if (online.isEmpty()) throw new TargetNotOnline("to", to.toString());
        return online;
    }

    private void creates(Step.Creates it) {
        var draft = GroupDraft.of(
                Product.nameOfGroup(it.group()), it.sources(), candidates(members(it.members()), shop(it.shop())));
        var id = new GroupId(++groupsSoFar);
        change(shop(it.shop()), shop -> shop.create(id, draft));
        named.put(it.shop() * Step.GROUPS + it.group(), id);
    }

    private void changes(Step.Changes it) {
        var id = group(it.shop(), it.group());
        change(shop(it.shop()), shop -> {
            var before = shop.group(id);
            var sources = it.sources() == null ? before.sources() : it.sources();
            var members = it.members() == null ? before.members() : members(it.members());
            return shop.change(id, GroupDraft.of(before.name(), sources, candidates(members, shop.shop())));
        });
    }

    private List<Candidate> candidates(Collection<MemberId> members, ShopId shop) {
        return members.stream()
                .map(member -> new Candidate(member, member.toString(), mayAnswer(member, shop)))
                .toList();
    }

    private void change(ShopId shop, Function<ShopGroups, List<SetupFact>> change) {
        var changed = Objects.requireNonNull(groups.get(shop));
        var facts = change.apply(changed);
        setups.put(shop, changed.setup());
        if (facts.contains(new SetupFact.TurnedOn())) {
            take(member(Step.MAIN), shop, Trigger.DISTRIBUTION_CHANGED, Talk::isUnread);
        }
    }

    /** What somebody has open there asks for another agent. */
    private void take(MemberId owner, ShopId shop, Trigger trigger, Predicate<Talk> which) {
        latest.values().stream()
                .filter(talk -> shop(talk.shop()).equals(shop) && talk.isOpenWith(owner) && which.test(talk))
                .forEach(talk -> {
                    var loyalTo = loyalTo(talk);
                    var source = talk.conversation().origin().source();
                    ask(new Request.Rerouted(
                            talk.id(), shop, source, now, owner.equals(loyalTo) ? null : loyalTo, owner, trigger));
                });
    }

    private void gets(MemberId member, Step.Grant grant, boolean given) {
        var held = new HashSet<>(grantsOf(member));
        if (given) {
            held.add(grant);
        } else {
            held.remove(grant);
        }
        may(member, null, held);
    }

    private void may(MemberId member, @Nullable Boolean active, @Nullable Set<Step.Grant> roles) {
        if (active != null) {
            disabled.remove(member);
            if (!active) disabled.add(member);
        }
        if (roles != null) grants.put(member, roles);
        var where = disabled.contains(member)
                ? Set.<ShopId>of()
                : grantsOf(member).stream()
                        .filter(grant -> grant.role().answers)
                        .map(grant -> shop(grant.shop()))
                        .collect(toSet());
        rights.put(member, where);
        var lost =
                setups.keySet().stream().filter(shop -> !where.contains(shop)).toList();
        lost.forEach(shop -> {
            change(shop, present -> present.keepOnly(answering(shop)));
            take(member, shop, Trigger.ACCESS_LOST, _ -> true);
        });
    }

    private Set<Step.Grant> grantsOf(MemberId member) {
        return Objects.requireNonNull(grants.get(member));
    }

    private Set<MemberId> answering(ShopId shop) {
        return rights.keySet().stream()
                .filter(member -> mayAnswer(member, shop))
                .collect(toSet());
    }

    private void becomes(ShopId shop, boolean authorized) {
        if (authorized) {
            closed.remove(shop);
        } else {
            closed.add(shop);
        }
    }

    private void passes(Duration time) {
        var target = now.plus(time);
        desks.forEach(member -> attendances.put(member, attendance(member).seen(target)));
        for (var due = nextHoldOver(target); due.isPresent(); due = nextHoldOver(target)) {
            now = due.get();
            drain();
        }
        now = target;
        latest.values().forEach(talk -> talk.conversation().closeIfQuiet(nextMessage(), QUIET, now));
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
        var agents = seat();
        var moot = staging.values().stream()
                .filter(request -> talk(request.conversation()).isEnded() || isOver(request, agents))
                .map(Request::conversation)
                .toList();
        moot.forEach(staging::remove);
        var requests = staging.values().stream()
                .filter(request -> isDue(request, agents))
                .sorted(QUEUE)
                .toList();
        var unread = new HashSet<ConversationId>();
        requests.stream()
                .map(Request::conversation)
                .filter(id -> talk(id).isUnread())
                .forEach(unread::add);
        var benches = setups.keySet().stream()
                .filter(shop -> !closed.contains(shop))
                .collect(toMap(shop -> shop, shop -> bench(shop, agents)));
        var batch = new Batch(policy, agents, benches, unread, now);
        var outcome = Outcome.of(batch.decide(requests), moot, now);
        outcome.assignments().forEach(this::assign);
        outcome.lapsed().forEach(id -> talk(id).conversation().stopAsking());
        outcome.log().forEach(this::log);
        outcome.staged().forEach(request -> staging.put(request.conversation(), staged(request)));
        outcome.held().forEach(held -> staging.put(held.conversation(), held));
        outcome.leaving().forEach(staging::remove);
        lastAssigned.putAll(batch.served());
        return batch.eased() || outcome.stagedWithPreference();
    }

    private boolean isOver(Request request, Map<MemberId, Agent> agents) {
        var talk = talk(request.conversation());
        return request instanceof Request.Rerouted rerouted
                && !closed.contains(request.shop())
                && !talk.conversation().holding().held()
                && !rerouted.stillStands(bench(request.shop(), agents), talk.isUnread());
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
        talk(assignment.conversation())
                .conversation()
                .assign(assignment.to(), assignment.held(), assignment.trigger(), now);
    }

    private Talk talk(ConversationId id) {
        return Objects.requireNonNull(talks.get(id));
    }

    private void log(Logged logged) {
        var talk = talk(logged.conversation());
        var who = Optional.ofNullable(logged.assigned()).map(PureWorld::number);
        made.add(new Made(
                talk.shop(),
                talk.buyer(),
                logged.trigger().name(),
                logged.reason().name(),
                who));
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
            if (talk.isOpen() && talk.isUnread()) loads.merge(talk.owner(), 1, Integer::sum);
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

    private Bench bench(ShopId shop, Map<MemberId, Agent> agents) {
        var main = Objects.requireNonNull(agents.get(member(Step.MAIN)));
        var answering = IntStream.range(0, Step.MEMBERS)
                .mapToObj(PureWorld::member)
                .filter(member -> mayAnswer(member, shop))
                .map(agents::get)
                .toList();
        return new Bench(setup(shop), main, answering);
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
                        talk.shop(),
                        talk.buyer(),
                        talk.conversation().state().name(),
                        Optional.ofNullable(talk.conversation().owner()).map(PureWorld::number),
                        talk.conversation().holding().held(),
                        talk.isOpen() ? talk.conversation().marks().unread() : 0))
                .toList();
    }

    private static int key(int shop, int buyer) {
        return shop * Step.BUYERS + buyer;
    }

    private static MemberId member(int number) {
        return new MemberId(number + 1L);
    }

    private static List<MemberId> members(Collection<Integer> numbers) {
        return numbers.stream().map(PureWorld::member).toList();
    }

    private static int number(MemberId member) {
        return (int) member.value() - 1;
    }

    private static ShopId shop(int number) {
        return new ShopId(number + 1L);
    }

    private GroupId group(int shop, int number) {
        return named.getOrDefault(shop * Step.GROUPS + number, NO_GROUP);
    }
}
