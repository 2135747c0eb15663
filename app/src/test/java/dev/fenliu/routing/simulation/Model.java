package dev.fenliu.routing.simulation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Presence;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.routing.simulation.Step.CardKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of chat distribution once more, written down from their text alone, as plainly as possible and without a
 * thought for speed. Shares no code with the product.
 */
final class Model implements World {
    private static final Duration SILENCE = Duration.ofSeconds(90);
    private static final Duration WAITED_FOR = Duration.ofMinutes(10);
    private static final Duration LOYAL_FOR = Duration.ofHours(72);
    private static final Duration QUIET = Duration.ofMinutes(30);
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    private static final class Person {
        final int number;
        boolean active = true;
        final Set<Step.Grant> roles =
                new HashSet<>(Set.of(new Step.Grant(Step.Role.AGENT, 0), new Step.Grant(Step.Role.AGENT, 1)));

        boolean desk;
        boolean hides;
        boolean left = true;

        @Nullable
        Instant seen;

        Instant presentSince = Instant.MIN;
        long servedAs;

        Person(int number) {
            this.number = number;
        }

        boolean isMain() {
            return number == Step.MAIN;
        }
    }

    private static final class Group {
        final Set<ChatSource> sources = new HashSet<>();
        final Set<Person> members = new HashSet<>();
    }

    private static final class Shop {
        final int number;
        boolean authorized = true;
        boolean on;
        boolean includeMain;
        int cap = 100;
        TieBreak tieBreak = TieBreak.OLDEST_ACCOUNT;
        final Map<Integer, Group> groups = new HashMap<>();

        Shop(int number) {
            this.number = number;
        }
    }

    private enum State {
        WAITING,
        OPEN,
        CLOSED,
        CLOSED_UNANSWERED
    }

    /** Why a conversation is in the queue. */
    private enum Cause {
        NEW,
        OWNER_GONE,
        TAKEN,
        STAGED,
        HELD
    }

    private static final class Chat {
        final Shop shop;
        final int buyer;
        final long number;
        final ChatSource source;
        State state = State.WAITING;

        @Nullable
        Person owner;

        boolean held;

        /** For each message of buyer and agents, how many of the buyer's there were by then. */
        final List<Integer> messages = new ArrayList<>(List.of(1));

        /** How many of the buyer's are before the owner's read mark. */
        int read;

        @Nullable
        Person wrote;

        Instant talked;
        Instant moved;
        boolean buyerSpokeLast = true;

        @Nullable
        Cause cause = Cause.NEW;

        Instant queued;

        @Nullable
        Person from;

        @Nullable
        Person loyalTo;

        @Nullable
        Instant heldUntil;

        String trigger = "MESSAGE";

        Chat(Shop shop, int buyer, long number, ChatSource source, Instant now) {
            this.shop = shop;
            this.buyer = buyer;
            this.number = number;
            this.source = source;
            this.talked = now;
            this.moved = now;
            this.queued = now;
        }

        boolean isOpen() {
            return state == State.WAITING || state == State.OPEN;
        }

        int written() {
            return messages.getLast();
        }

        int unread() {
            return written() - read;
        }

        boolean isUnread() {
            return state == State.OPEN && unread() > 0;
        }

        /** How many of the buyer's messages somebody knows to whom so many of the last ones were not shown. */
        int seen(@Nullable Integer unseen) {
            return messages.get(Math.max(0, messages.size() - 1 - (unseen == null ? 0 : unseen)));
        }

        /** Who last wrote; after a forward the recipient; if nobody wrote, the last owner. */
        @Nullable
        Person lastHandler() {
            return wrote != null ? wrote : owner;
        }

        void need(Cause why, String trigger, @Nullable Person from, Instant now) {
            // One that is in the queue already keeps its place there.
            if (cause == null) {
                queued = now;
                loyalTo = null;
            }
            cause = why;
            this.trigger = trigger;
            this.from = from;
            heldUntil = null;
        }
    }

    private final List<Person> people = new ArrayList<>();
    private final List<Shop> shops = List.of(new Shop(0), new Shop(1));
    private final @Nullable Chat[][] latest = new @Nullable Chat[Step.SHOPS][Step.BUYERS];
    private final List<Chat> chats = new ArrayList<>();
    private final List<Made> made = new ArrayList<>();
    private Instant now;
    private long opened;
    private long servings;

    Model(Instant now) {
        this.now = now;
        for (var number = 0; number < Step.MEMBERS; number++) {
            people.add(new Person(number));
        }
    }

    // What happens

    @Override
    public String live(Step step) {
        var answer = switch (step) {
            case Step.Writes it -> writes(shops.get(it.shop()), it.buyer(), it.source(), it.card());
            case Step.Chooses it -> chooses(people.get(it.member()), it.choice());
            case Step.Opens it -> opens(people.get(it.member()));
            case Step.Crashes it -> crashes(people.get(it.member()));
            case Step.Reads it -> ownerDoes(it.shop(), it.buyer(), chat -> reads(chat, it.unseen()));
            case Step.Replies it -> ownerDoes(it.shop(), it.buyer(), this::replies);
            case Step.Closes it -> ownerDoes(it.shop(), it.buyer(), chat -> closes(chat, it.unseen()));
            case Step.Forwards it ->
                ownerDoes(it.shop(), it.buyer(), chat -> handOver(chat, Objects.requireNonNull(chat.owner), it.to()));
            case Step.Reassigns it -> reassigns(latest[it.shop()][it.buyer()], it.to());
            case Step.ReassignsAll it -> reassignsAll(people.get(it.from()), it.to());
            case Step.Sets it -> sets(shops.get(it.shop()), it);
            case Step.Creates it -> creates(shops.get(it.shop()), it);
            case Step.Changes it -> changes(shops.get(it.shop()), it);
            case Step.Deletes it -> deletes(shops.get(it.shop()), it.group());
            case Step.May it -> may(people.get(it.member()), it.active(), it.grants());
            case Step.Gets it -> gets(people.get(it.member()), it.grant(), it.given());
            case Step.Becomes it -> becomes(shops.get(it.shop()), it.authorized());
            case Step.Passes it -> passes(it.time());
        };
        distribute();
        return answer;
    }

    private String writes(Shop shop, int buyer, ChatSource page, CardKind card) {
        if (!shop.authorized) return "shop-disabled";
        var before = latest[shop.number][buyer];
        if (before == null || !before.isOpen()) {
            var chat = new Chat(shop, buyer, ++opened, startedFrom(page, card), now);
            if (before != null) chat.loyalTo = within72Hours(before);
            latest[shop.number][buyer] = chat;
            chats.remove(before);
            chats.add(chat);
            return DONE;
        }
        var owner = before.owner;
        if (owner != null && before.cause == null && !stays(owner, shop)) {
            before.need(Cause.OWNER_GONE, "OWNER_GONE", owner, now);
            before.loyalTo = within72Hours(before);
        }
        before.messages.add(before.written() + 1);
        before.talked = now;
        before.moved = now;
        before.buyerSpokeLast = true;
        return DONE;
    }

    private static ChatSource startedFrom(ChatSource page, CardKind card) {
        if (page != ChatSource.OTHER) return page;
        return switch (card) {
            case NONE -> ChatSource.OTHER;
            case PRODUCT -> ChatSource.PRODUCT_PAGE;
            case ORDER -> ChatSource.ORDER_PAGE;
        };
    }

    private @Nullable Person within72Hours(Chat chat) {
        return now.isAfter(chat.talked.plus(LOYAL_FOR)) ? null : chat.lastHandler();
    }

    /** Rows 1a and 1b. */
    private boolean stays(Person owner, Shop shop) {
        return mayAnswer(owner, shop) && (presence(owner) != Presence.OFFLINE || isWaitedFor(owner));
    }

    private String chooses(Person person, Presence choice) {
        if (choice == Presence.OFFLINE) {
            person.desk = false;
            person.left = true;
            person.seen = now;
            return DONE;
        }
        return appears(person, choice == Presence.HIDDEN);
    }

    private String opens(Person person) {
        person.desk = true;
        return appears(person, person.hides);
    }

    private String appears(Person person, boolean hides) {
        var before = presence(person);
        person.hides = hides;
        person.left = false;
        person.seen = now;
        if (presence(person) != before) person.presentSince = now;
        return DONE;
    }

    private String crashes(Person person) {
        person.desk = false;
        return DONE;
    }

    private interface Deed {
        String doTo(Chat chat);
    }

    /** Whoever owns it does so only while at work, or while it is held for them, and with the permission. */
    private String ownerDoes(int shop, int buyer, Deed deed) {
        var chat = latest[shop][buyer];
        if (chat == null || chat.state != State.OPEN) return DONE;
        var owner = Objects.requireNonNull(chat.owner);
        if ((presence(owner) == Presence.OFFLINE && !chat.held) || !mayAnswer(owner, chat.shop)) return DONE;
        return deed.doTo(chat);
    }

    /** The read mark moves to what was shown, and never back. */
    private String reads(Chat chat, @Nullable Integer unseen) {
        var seen = chat.seen(unseen);
        if (seen > chat.read) {
            chat.read = seen;
            chat.moved = now;
        }
        return DONE;
    }

    private String replies(Chat chat) {
        chat.messages.add(chat.written());
        chat.read = chat.written();
        chat.wrote = chat.owner;
        chat.talked = now;
        chat.moved = now;
        chat.buyerSpokeLast = false;
        if (chat.held) {
            // Nobody has to be waited for who answers.
            chat.held = false;
            chat.cause = null;
        }
        return DONE;
    }

    private static String closes(Chat chat, @Nullable Integer unseen) {
        // Of closing and a new message the message won.
        if (chat.seen(unseen) < chat.written()) return "new-message";
        end(chat, State.CLOSED);
        return DONE;
    }

    private static void end(Chat chat, State state) {
        chat.state = state;
        chat.held = false;
        chat.cause = null;
    }

    private String reassigns(@Nullable Chat chat, Step.Target to) {
        return chat == null || !chat.isOpen() ? DONE : handOver(chat, people.get(Step.MAIN), to);
    }

    private String reassignsAll(Person from, Step.Target to) {
        if (isUnknown(to)) return "unknown-target";
        var open = all().filter(chat -> chat.state == State.OPEN && chat.owner == from)
                .sorted(comparingLong(chat -> chat.number))
                .toList();
        var taken = open.stream().filter(chat -> maybeTakenBy(to, chat.shop)).toList();
        var moving = taken.isEmpty() ? open : taken;
        // All of those that the target may answer, or none; one who may answer none of them is refused.
        if (taken.isEmpty() && !open.isEmpty() && to instanceof Step.ToGroup) return "unknown-target";
        if (moving.stream().anyMatch(chat -> recipient(chat, people.get(Step.MAIN), to) == null)) {
            return "target-not-online";
        }
        moving.forEach(chat -> handOver(chat, people.get(Step.MAIN), to));
        return DONE;
    }

    private boolean maybeTakenBy(Step.Target to, Shop shop) {
        return switch (to) {
            case Step.ToMember member -> mayAnswer(people.get(member.member()), shop);
            case Step.ToGroup group -> shop.number == group.shop();
        };
    }

    private String handOver(Chat chat, Person sender, Step.Target to) {
        if (isUnknown(to) || (to instanceof Step.ToGroup group && group.shop() != chat.shop.number)) {
            return "unknown-target";
        }
        var recipient = recipient(chat, sender, to);
        if (recipient == null) return "target-not-online";
        var trigger = sender == chat.owner ? "FORWARDED" : "REASSIGNED";
        decide(chat, trigger, to instanceof Step.ToGroup ? "GROUP" : "FORWARDED_TO_MEMBER", recipient);
        chat.wrote = recipient;
        return DONE;
    }

    private boolean isUnknown(Step.Target to) {
        return to instanceof Step.ToGroup group
                && !shops.get(group.shop()).groups.containsKey(group.group());
    }

    private @Nullable Person recipient(Chat chat, Person sender, Step.Target to) {
        return switch (to) {
            case Step.ToMember member ->
                Stream.of(people.get(member.member()))
                        .filter(person -> isOnline(person, chat.shop) && person != chat.owner)
                        .findFirst()
                        .orElse(null);
            case Step.ToGroup group ->
                Objects.requireNonNull(shops.get(group.shop()).groups.get(group.group())).members.stream()
                        .filter(person -> isOnline(person, chat.shop) && person != chat.owner && person != sender)
                        .filter(person -> !person.isMain() || chat.shop.includeMain)
                        .min(order(chat.shop))
                        .orElse(null);
        };
    }

    private String sets(Shop shop, Step.Sets wish) {
        var includeMain = wish.includeMain() == null ? shop.includeMain : wish.includeMain();
        if (Boolean.TRUE.equals(wish.enabled()) && !someGroupHasAMember(shop, includeMain)) return "no-group-member";
        var wasOn = shop.on;
        if (wish.enabled() != null) shop.on = wish.enabled();
        if (wish.cap() != null) shop.cap = wish.cap();
        if (wish.tieBreak() != null) shop.tieBreak = wish.tieBreak();
        shop.includeMain = includeMain;
        turnOffWithoutMembers(shop);
        if (shop.on && !wasOn) {
            var main = people.get(Step.MAIN);
            all().filter(chat -> chat.shop == shop && chat.owner == main && chat.isUnread())
                    .forEach(chat -> take(chat, main, "DISTRIBUTION_CHANGED"));
        }
        return DONE;
    }

    private String creates(Shop shop, Step.Creates wish) {
        if (shop.groups.containsKey(wish.group())) return "group-name-taken";
        if (!mayAllAnswer(wish.members(), shop)) return "no-chat-permission";
        var group = new Group();
        shop.groups.put(wish.group(), group);
        group.sources.addAll(wish.sources());
        fill(group, wish.members(), shop);
        return DONE;
    }

    private String changes(Shop shop, Step.Changes wish) {
        var group = shop.groups.get(wish.group());
        if (group == null) return "unknown-group";
        if (wish.members() != null && !mayAllAnswer(wish.members(), shop)) return "no-chat-permission";
        if (wish.members() != null) fill(group, wish.members(), shop);
        if (wish.sources() != null) {
            group.sources.clear();
            group.sources.addAll(wish.sources());
        }
        return DONE;
    }

    private boolean mayAllAnswer(Set<Integer> members, Shop shop) {
        return members.stream().allMatch(member -> mayAnswer(people.get(member), shop));
    }

    /** Whoever joins leaves the group they were in. */
    private void fill(Group group, Set<Integer> numbers, Shop shop) {
        var members = numbers.stream().map(people::get).toList();
        shop.groups.values().forEach(each -> each.members.removeAll(members));
        group.members.clear();
        group.members.addAll(members);
        turnOffWithoutMembers(shop);
    }

    private String deletes(Shop shop, int group) {
        if (shop.groups.remove(group) == null) return "unknown-group";
        turnOffWithoutMembers(shop);
        return DONE;
    }

    private String gets(Person person, Step.Grant role, boolean given) {
        if (given) {
            person.roles.add(role);
        } else {
            person.roles.remove(role);
        }
        return losesWhatIsNotAllowed(person);
    }

    private String may(Person person, @Nullable Boolean active, @Nullable Set<Step.Grant> roles) {
        if (active != null) person.active = active;
        if (roles != null) {
            person.roles.clear();
            person.roles.addAll(roles);
        }
        return losesWhatIsNotAllowed(person);
    }

    /** Where somebody may not answer they are in no group, and what they have open is routed again. */
    private String losesWhatIsNotAllowed(Person person) {
        for (var shop : shops) {
            if (mayAnswer(person, shop)) continue;
            shop.groups.values().forEach(group -> group.members.remove(person));
            turnOffWithoutMembers(shop);
            all().filter(chat -> chat.shop == shop && chat.state == State.OPEN && chat.owner == person)
                    .forEach(chat -> take(chat, person, "ACCESS_LOST"));
        }
        return DONE;
    }

    /** It is routed again as if it came out of the staging area, where nobody prefers whom it was taken from. */
    private void take(Chat chat, Person from, String trigger) {
        var loyalTo = within72Hours(chat);
        var fresh = chat.cause == null;
        chat.need(Cause.TAKEN, trigger, from, now);
        if (fresh) chat.loyalTo = loyalTo == from ? null : loyalTo;
    }

    private static String becomes(Shop shop, boolean authorized) {
        shop.authorized = authorized;
        return DONE;
    }

    private String passes(Duration time) {
        var target = now.plus(time);
        // Whoever sits at an open desk is seen all the time.
        people.stream().filter(person -> person.desk).forEach(person -> person.seen = target);
        for (var due = nextHoldEnd(target); due.isPresent(); due = nextHoldEnd(target)) {
            now = due.get();
            distribute();
        }
        now = target;
        all().filter(chat -> chat.state == State.OPEN && chat.unread() == 0 && now.isAfter(chat.moved.plus(QUIET)))
                .forEach(chat -> end(chat, chat.buyerSpokeLast ? State.CLOSED_UNANSWERED : State.CLOSED));
        return DONE;
    }

    private Optional<Instant> nextHoldEnd(Instant limit) {
        return all().filter(chat -> chat.cause == Cause.HELD)
                .map(chat -> Objects.requireNonNull(chat.heldUntil).plus(MOMENT))
                .filter(end -> end.isAfter(now) && !end.isAfter(limit))
                .min(Comparator.naturalOrder());
    }

    // Who gets what

    /**
     * The queue, oldest first, until nothing moves any more; from its head again as soon as somebody has room who had none.
     * In a disabled shop everything waits.
     */
    private void distribute() {
        var moved = true;
        while (moved && chats.stream().anyMatch(chat -> chat.cause != null)) {
            var queue = all().filter(chat -> chat.isOpen() && chat.cause != null && chat.shop.authorized)
                    .sorted(comparing((Chat chat) -> chat.queued).thenComparingLong(chat -> chat.number))
                    .toList();
            moved = false;
            for (var chat : queue) {
                var owner = chat.owner;
                var before = shopsWithRoomFor(owner);
                moved |= distribute(chat);
                if (!before.containsAll(shopsWithRoomFor(owner))) break;
            }
        }
    }

    /** Where that person could take a chat from the queue. */
    private Set<Shop> shopsWithRoomFor(@Nullable Person person) {
        if (person == null || presence(person) != Presence.ONLINE) return Set.of();
        return shops.stream()
                .filter(shop -> shop.authorized && shop.on && isAvailable(person, shop))
                .filter(shop -> !person.isMain() || shop.includeMain)
                .collect(toSet());
    }

    private boolean distribute(Chat chat) {
        var cause = Objects.requireNonNull(chat.cause);
        if (cause == Cause.HELD && !isLookedAt(chat)) return false;
        if (cause == Cause.TAKEN && !chat.held && !isStillTaken(chat)) {
            chat.cause = null;
            return true;
        }
        if (!chat.shop.on) {
            var waited = cause == Cause.STAGED || cause == Cause.HELD;
            decide(chat, waited ? "DISTRIBUTION_CHANGED" : chat.trigger, "DISTRIBUTION_OFF", people.get(Step.MAIN));
            return true;
        }
        var loyal = handlerWhoCounts(chat);
        return switch (cause) {
            case NEW -> {
                if (loyal != null && presence(loyal) == Presence.ONLINE) {
                    decide(chat, "MESSAGE", "LOYAL", loyal);
                } else if (loyal != null && isWaitedFor(loyal)) {
                    hold(chat, loyal);
                } else {
                    rows3To6(chat, "MESSAGE", null);
                }
                yield true;
            }
            case OWNER_GONE -> {
                rows3To6(chat, "OWNER_GONE", chat.from);
                yield true;
            }
            case TAKEN -> {
                if (loyal != null && presence(loyal) == Presence.ONLINE) {
                    decide(chat, chat.trigger, "LOYAL", loyal);
                } else {
                    rows3To6(chat, chat.trigger, null);
                }
                yield true;
            }
            case STAGED -> {
                if (chat.from != null && isOnline(chat.from, chat.shop)) {
                    decide(chat, "AGENT_AVAILABLE", "LOYAL", chat.from);
                } else if (loyal != null && presence(loyal) == Presence.ONLINE) {
                    decide(chat, "AGENT_AVAILABLE", "LOYAL", loyal);
                } else {
                    yield rows3To5(chat, "AGENT_AVAILABLE", null);
                }
                yield true;
            }
            case HELD -> {
                if (loyal != null
                        && presence(loyal) == Presence.ONLINE
                        && !loyal.presentSince.isAfter(Objects.requireNonNull(chat.heldUntil))) {
                    decide(chat, "AGENT_AVAILABLE", "LOYAL", loyal);
                } else {
                    rows3To6(chat, "HOLD_EXPIRED", null);
                }
                yield true;
            }
        };
    }

    /** Only a shop that was disabled meanwhile decides so late that why it was taken may be over. */
    private static boolean isStillTaken(Chat chat) {
        return chat.trigger.equals("ACCESS_LOST")
                ? !mayAnswer(Objects.requireNonNull(chat.owner), chat.shop)
                : chat.shop.on && chat.isUnread();
    }

    /** A hold ends when its time is up, when its agent is back or hides, and when distribution is turned off. */
    private boolean isLookedAt(Chat chat) {
        return now.isAfter(Objects.requireNonNull(chat.heldUntil))
                || presence(Objects.requireNonNull(chat.owner)) != Presence.OFFLINE
                || !chat.shop.on;
    }

    private @Nullable Person handlerWhoCounts(Chat chat) {
        var handler = chat.loyalTo;
        return handler != null && mayAnswer(handler, chat.shop) && (!handler.isMain() || isScenarioD(chat.shop))
                ? handler
                : null;
    }

    private void rows3To6(Chat chat, String trigger, @Nullable Person without) {
        if (rows3To5(chat, trigger, without)) return;
        var someoneOnline = people.stream()
                .filter(person -> person != without && isOnline(person, chat.shop))
                .anyMatch(person -> !person.isMain() || chat.shop.includeMain);
        decide(chat, trigger, someoneOnline ? "ALL_AT_CAP" : "NOBODY_ONLINE", null);
    }

    private boolean rows3To5(Chat chat, String trigger, @Nullable Person without) {
        var available = people.stream()
                .filter(person -> person != without && isAvailable(person, chat.shop))
                .sorted(order(chat.shop))
                .toList();
        var agents = available.stream()
                .filter(person -> !person.isMain() || isScenarioD(chat.shop))
                .toList();
        var inGroup = agents.stream()
                .filter(person -> chat.shop.groups.values().stream()
                        .anyMatch(group -> group.sources.contains(chat.source) && group.members.contains(person)))
                .findFirst();
        var main = available.stream()
                .filter(person -> person.isMain() && chat.shop.includeMain && !isScenarioD(chat.shop))
                .findFirst();
        if (inGroup.isPresent()) {
            decide(chat, trigger, "GROUP", inGroup.get());
        } else if (!agents.isEmpty()) {
            decide(chat, trigger, "FALLBACK", agents.getFirst());
        } else if (main.isPresent()) {
            decide(chat, trigger, "MAIN_LAST", main.get());
        } else {
            return false;
        }
        return true;
    }

    private void hold(Chat chat, Person agent) {
        made.add(new Made(chat.shop.number, chat.buyer, "MESSAGE", "LOYAL_HOLD", Optional.of(agent.number)));
        owns(chat, agent);
        chat.held = true;
        chat.cause = Cause.HELD;
        chat.heldUntil = Objects.requireNonNull(agent.seen).plus(WAITED_FOR);
    }

    private void decide(Chat chat, String trigger, String reason, @Nullable Person who) {
        made.add(new Made(
                chat.shop.number,
                chat.buyer,
                trigger,
                reason,
                Optional.ofNullable(who).map(person -> person.number)));
        if (who == null) {
            chat.from = chat.cause == Cause.OWNER_GONE ? chat.from : null;
            chat.cause = Cause.STAGED;
            chat.heldUntil = null;
        } else {
            who.servedAs = ++servings;
            chat.cause = null;
        }
        owns(chat, who);
    }

    private void owns(Chat chat, @Nullable Person who) {
        if (chat.owner != who) {
            // A new owner has not read the buyer's last message.
            if (who != null) chat.read = Math.min(chat.read, chat.written() - 1);
            chat.moved = now;
        }
        chat.owner = who;
        chat.held = false;
        chat.state = who == null ? State.WAITING : State.OPEN;
    }

    // What the words mean

    private Presence presence(Person person) {
        var seen = person.seen;
        if (person.left || seen == null || !now.isBefore(seen.plus(SILENCE))) return Presence.OFFLINE;
        return person.hides ? Presence.HIDDEN : Presence.ONLINE;
    }

    private boolean isWaitedFor(Person person) {
        var seen = person.seen;
        return presence(person) == Presence.OFFLINE && seen != null && !now.isAfter(seen.plus(WAITED_FOR));
    }

    private static boolean mayAnswer(Person person, Shop shop) {
        if (!person.active || person.isMain()) return person.active;
        for (var grant : person.roles) {
            if (grant.shop() == shop.number && grant.role().answers) return true;
        }
        return false;
    }

    private boolean isOnline(Person person, Shop shop) {
        return mayAnswer(person, shop) && presence(person) == Presence.ONLINE;
    }

    private boolean isAvailable(Person person, Shop shop) {
        return isOnline(person, shop) && load(person) < shop.cap;
    }

    private int load(Person person) {
        var load = 0;
        for (var chat : chats) {
            if (chat.owner == person && chat.isUnread()) load++;
        }
        return load;
    }

    private Comparator<Person> order(Shop shop) {
        var byLoad = comparingInt(this::load);
        return shop.tieBreak == TieBreak.OLDEST_ACCOUNT
                ? byLoad.thenComparingInt(person -> person.number)
                : byLoad.thenComparingLong(person -> person.servedAs).thenComparingInt(person -> person.number);
    }

    /** The main account is an agent like the others. */
    private boolean isScenarioD(Shop shop) {
        if (!shop.includeMain) return false;
        for (var group : shop.groups.values()) {
            if (group.members.contains(people.get(Step.MAIN))) return true;
        }
        return false;
    }

    private boolean someGroupHasAMember(Shop shop, boolean includeMain) {
        for (var group : shop.groups.values()) {
            for (var person : group.members) {
                if (includeMain || !person.isMain()) return true;
            }
        }
        return false;
    }

    private void turnOffWithoutMembers(Shop shop) {
        if (!someGroupHasAMember(shop, shop.includeMain)) shop.on = false;
    }

    private Stream<Chat> all() {
        return chats.stream();
    }

    // What is promised, whatever happened

    /** A promise that does not hold now, in words; nothing if all of them do. */
    Optional<String> brokenPromise() {
        return shops.stream()
                .filter(shop -> shop.on && !someGroupHasAMember(shop, shop.includeMain))
                .map(shop -> Step.shop(shop.number) + " distributes though no group has a member")
                .findFirst()
                .or(() -> all().filter(chat -> chat.shop.authorized && chat.isOpen())
                        .flatMap(chat -> brokenPromise(chat).stream())
                        .findFirst());
    }

    private Optional<String> brokenPromise(Chat chat) {
        var name = Step.chat(chat.shop.number, chat.buyer);
        if ((chat.owner == null) != (chat.state == State.WAITING))
            return Optional.of(name + " is open without an owner");
        if (!chat.shop.on && (chat.cause != null || chat.held))
            return Optional.of(name + " waits with distribution off");
        if (chat.state == State.WAITING && people.stream().anyMatch(person -> couldTake(person, chat))) {
            return Optional.of(name + " waits though somebody could take it");
        }
        if (chat.owner != null && !mayAnswer(chat.owner, chat.shop)) {
            return Optional.of(name + " is with somebody who may not answer");
        }
        return Optional.empty();
    }

    private boolean couldTake(Person person, Chat chat) {
        return isAvailable(person, chat.shop) && (!person.isMain() || chat.shop.includeMain);
    }

    /** Whether a decision gives the main account what its scenario does not. */
    Optional<String> brokenPromise(Made decision) {
        var shop = shops.get(decision.shop());
        var byLoad =
                !decision.trigger().equals("FORWARDED") && !decision.trigger().equals("REASSIGNED");
        if (!byLoad || decision.who().filter(who -> who == Step.MAIN).isEmpty()) return Optional.empty();
        var allowed = switch (decision.reason()) {
            case "DISTRIBUTION_OFF" -> !shop.on;
            case "MAIN_LAST" -> shop.on && shop.includeMain && !isScenarioD(shop);
            case "GROUP", "FALLBACK" -> shop.on && isScenarioD(shop);
            default -> true;
        };
        return allowed ? Optional.empty() : Optional.of("the main account gets what it must not: " + decision);
    }

    // What can be seen of it

    @Override
    public List<Made> decisions() {
        var since = List.copyOf(made);
        made.clear();
        return since;
    }

    @Override
    public List<Seen> conversations() {
        return Arrays.stream(latest)
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .map(chat -> new Seen(
                        chat.shop.number,
                        chat.buyer,
                        chat.state.name(),
                        Optional.ofNullable(chat.owner).map(person -> person.number),
                        chat.held,
                        chat.state == State.OPEN ? chat.unread() : 0))
                .toList();
    }
}
