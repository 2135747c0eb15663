package dev.fenliu.webchat.application;

import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.AtWork;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.WorkFloor;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.domain.Conversations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where conversations can go right now (rules 6); asked again when they go. */
@Service
public class FindTargets {
    private final Conversations conversations;
    private final Access access;
    private final Directory directory;
    private final ChatGroups chatGroups;
    private final WorkFloor workFloor;
    private final Permissions permissions;

    FindTargets(
            Conversations conversations,
            Access access,
            Directory directory,
            ChatGroups chatGroups,
            WorkFloor workFloor,
            Permissions permissions) {
        this.conversations = conversations;
        this.access = access;
        this.directory = directory;
        this.chatGroups = chatGroups;
        this.workFloor = workFloor;
        this.permissions = permissions;
    }

    /** Where that conversation can go. */
    @Transactional(readOnly = true)
    public Targets of(Acting by, ConversationId id) {
        var conversation = conversations.find(by.enterprise(), id).orElseThrow(UnknownConversation::new);
        access.require(by.actor(), conversation);
        return among(by, Map.of(conversation.origin().shop(), 1), conversation.owner());
    }

    /** Where the unread ones of the agent can go; each target takes those that it may answer. */
    @Transactional(readOnly = true)
    public Targets ofUnread(Acting by) {
        var unread = new LinkedHashMap<ShopId, Integer>();
        conversations.openOf(by.enterprise(), by.member()).stream()
                .filter(conversation -> conversation.marks().unread() > 0)
                .forEach(conversation -> unread.merge(conversation.origin().shop(), 1, Integer::sum));
        return among(by, unread, by.member());
    }

    /** Where what waits in that shop can go: whoever asks may reassign there. */
    @Transactional(readOnly = true)
    public Targets in(Acting by, ShopId shop) {
        return among(by, Map.of(shop, 1), null);
    }

    /** Where somebody may move what a member has open (改派); each target takes those that it may answer. */
    @Transactional(readOnly = true)
    public Reassignable ofMember(Acting by, MemberId from) {
        if (!permissions.allowSomewhere(by.enterprise(), by.member(), Permission.REASSIGN)) throw new NotAllowed();
        var member = directory.member(by.enterprise(), from).orElseThrow(UnknownMember::new);
        var open = new LinkedHashMap<ShopId, Integer>();
        conversations.openOf(by.enterprise(), from).stream()
                .filter(conversation -> access.mayReassign(by, conversation))
                .forEach(conversation -> open.merge(conversation.origin().shop(), 1, Integer::sum));
        var all = open.values().stream().mapToInt(Integer::intValue).sum();
        return new Reassignable(member, all, among(by, open, from));
    }

    /** A member's conversations that somebody may move, how many, and where to. */
    public record Reassignable(Member member, int conversations, Targets targets) {}

    private Targets among(Acting by, Map<ShopId, Integer> chats, @Nullable MemberId owner) {
        var floor = workFloor.of(by.enterprise());
        var people = new LinkedHashMap<MemberId, Targets.Person>();
        var groups = new ArrayList<Targets.Group>();
        chats.forEach((shop, count) -> {
            var online = online(by, shop, count, owner, floor);
            online.forEach(person -> people.merge(person.id(), person, FindTargets::both));
            groups.addAll(groups(by, shop, count, online));
        });
        return new Targets(
                people.values().stream()
                        .sorted(Comparator.comparingInt(Targets.Person::load))
                        .toList(),
                groups);
    }

    private List<Targets.Person> online(
            Acting by, ShopId shop, int count, @Nullable MemberId owner, Map<MemberId, AtWork> floor) {
        var people = new ArrayList<Targets.Person>();
        for (var agent : directory.membersWith(by.enterprise(), Permission.CHAT, shop)) {
            var atWork = floor.get(agent.id());
            if (atWork != null
                    && atWork.presence() == Presence.ONLINE
                    && !agent.id().equals(owner)) {
                people.add(new Targets.Person(agent.id(), agent.name(), agent.main(), atWork.load(), count));
            }
        }
        return people;
    }

    private List<Targets.Group> groups(Acting by, ShopId shop, int count, List<Targets.Person> people) {
        var setup = chatGroups.setup(by.enterprise(), shop);
        // The main account counts as a member of a group only while its switch is on.
        var reachable = people.stream()
                .filter(agent -> setup.includeMain() || !agent.main())
                .map(Targets.Person::id)
                .filter(agent -> !agent.equals(by.member()))
                .collect(toSet());
        var shopName = directory.shop(by.enterprise(), shop).map(Shop::name).orElse("");
        return setup.groups().stream()
                .map(group -> new Targets.Group(
                        group.id(),
                        group.name(),
                        shopName,
                        (int) group.members().stream()
                                .filter(reachable::contains)
                                .count(),
                        count))
                .filter(group -> group.online() > 0)
                .toList();
    }

    private static Targets.Person both(Targets.Person one, Targets.Person other) {
        return new Targets.Person(one.id(), one.name(), one.main(), one.load(), one.takes() + other.takes());
    }
}
