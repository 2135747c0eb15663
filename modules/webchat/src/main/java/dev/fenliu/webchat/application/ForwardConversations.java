package dev.fenliu.webchat.application;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Routing;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.UnknownTarget;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.Conversations;
import dev.fenliu.webchat.domain.Messages;
import dev.fenliu.webchat.domain.Origin;
import dev.fenliu.webchat.domain.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Conversations go to somebody else: forwarded by their owner (轉發) or reassigned by whoever may do that (改派). */
@Service
public class ForwardConversations {
    private final Conversations conversations;
    private final Messages messages;
    private final Routing routing;
    private final Access access;
    private final Permissions permissions;
    private final Directory directory;
    private final ChatGroups chatGroups;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    ForwardConversations(
            Conversations conversations,
            Messages messages,
            Routing routing,
            Access access,
            Permissions permissions,
            Directory directory,
            ChatGroups chatGroups,
            Ids ids,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.messages = messages;
        this.routing = routing;
        this.access = access;
        this.permissions = permissions;
        this.directory = directory;
        this.chatGroups = chatGroups;
        this.ids = ids;
        this.events = events;
    }

    /** Moves it and answers who has it now. */
    @Transactional
    public MemberId forward(Acting by, ConversationId id, Target to, @Nullable String note, Instant wished) {
        var words = Texts.note(note);
        var now = routing.enterLane(by.enterprise(), wished);
        var conversation = conversations.lock(by.enterprise(), id);
        var moved = move(by, List.of(conversation), to, words, now);
        return requireNonNull(moved.getFirst().owner());
    }

    /**
     * How many conversations went to somebody else.
     *
     * @param left how many stayed, as the target may not answer in their shops
     */
    public record Moved(int conversations, int left) {}

    /**
     * Moves all open conversations of a member that the target may answer, in the shops where the one who acts may do
     * that. A target who may answer none of them is refused.
     */
    @Transactional
    public Moved reassignAll(Acting by, MemberId from, Target to, @Nullable String note, Instant wished) {
        var words = Texts.note(note);
        var now = routing.enterLane(by.enterprise(), wished);
        if (!permissions.allowSomewhere(by.enterprise(), by.member(), Permission.REASSIGN)) {
            throw new NotAllowed();
        }
        if (directory.member(by.enterprise(), from).isEmpty()) {
            throw new UnknownMember();
        }
        var shop = to.group() == null ? null : shopOf(by, to.group());
        var open = conversations.openOf(by.enterprise(), from).stream()
                .filter(conversation -> access.mayReassign(by, conversation))
                .toList();
        var taken = open.stream()
                .filter(conversation -> mayTake(to, shop, conversation.origin()))
                .toList();
        // Routing refuses whoever may take none of them, and says why.
        var moved = moveAll(by, from, to, words, taken.isEmpty() ? open : taken, now);
        return new Moved(moved, open.size() - taken.size());
    }

    /** Moves the unread ones of an agent who hides or leaves, as many as the target may answer. Answers how many. */
    @Transactional
    public int forwardUnread(Acting by, Target to, @Nullable String note, Instant wished) {
        var words = Texts.note(note);
        var now = routing.enterLane(by.enterprise(), wished);
        var shop = to.group() == null ? null : shopOf(by, to.group());
        var unread = conversations.openOf(by.enterprise(), by.member()).stream()
                .filter(conversation -> conversation.marks().unread() > 0 && mayTake(to, shop, conversation.origin()))
                .toList();
        return moveAll(by, by.member(), to, words, unread, now);
    }

    private boolean mayTake(Target to, @Nullable ShopId shop, Origin origin) {
        return to.member() == null
                ? origin.shop().equals(shop)
                : permissions.allow(origin.enterprise(), to.member(), Permission.CHAT, origin.shop());
    }

    private int moveAll(Acting by, MemberId from, Target to, String note, List<Conversation> open, Instant now) {
        // Its owner may have closed one before it was locked.
        var moving = conversations
                .lockAll(by.enterprise(), open.stream().map(Conversation::id).toList())
                .stream()
                .filter(conversation -> from.equals(conversation.owner())
                        && !conversation.state().isClosed())
                .toList();
        return move(by, moving, to, note, now).size();
    }

    /** Moves those of them that still wait in that shop's staging area, in their order. Answers how many. */
    @Transactional
    public int reassignWaiting(
            Acting by, ShopId shop, List<ConversationId> chosen, Target to, @Nullable String note, Instant wished) {
        var words = Texts.note(note);
        var now = routing.enterLane(by.enterprise(), wished);
        var moving = conversations.lockAll(by.enterprise(), chosen).stream()
                .filter(conversation -> conversation.state() == ConversationState.WAITING
                        && conversation.origin().shop().equals(shop))
                .sorted(Comparator.comparingInt(conversation -> chosen.indexOf(conversation.id())))
                .toList();
        return move(by, moving, to, words, now).size();
    }

    /** Moves them, which are locked, one after the other. Answers them as they are now. */
    private List<Conversation> move(Acting by, List<Conversation> moving, Target to, String note, Instant now) {
        if (moving.isEmpty()) {
            return List.of();
        }
        var wishes = moving.stream().map(each -> wish(by, each, to)).toList();
        routing.handOver(by.enterprise(), wishes, now);
        // Routing has said so, and the new owners have been written down meanwhile.
        var moved = conversations
                .lockAll(by.enterprise(), moving.stream().map(Conversation::id).toList())
                .stream()
                .collect(toMap(Conversation::id, identity()));
        wishes.forEach(wish -> label(by, wish, requireNonNull(moved.get(wish.conversation())), note, now));
        conversations.saveAll(moved.values());
        wishes.stream()
                .filter(wish -> wish.trigger() == Trigger.REASSIGNED)
                .forEach(wish -> tell(by, wish, requireNonNull(moved.get(wish.conversation())), now));
        return List.copyOf(moved.values());
    }

    private Routing.HandOver wish(Acting by, Conversation conversation, Target to) {
        var trigger = trigger(by, conversation);
        conversation.requireOpen();
        return new Routing.HandOver(
                conversation.origin().shop(),
                conversation.id(),
                conversation.owner(),
                conversation.marks().unread() > 0,
                by.member(),
                to.member(),
                to.group(),
                trigger);
    }

    private void label(Acting by, Routing.HandOver wish, Conversation moved, String note, Instant now) {
        var id = new MessageId(ids.next());
        var recipient = requireNonNull(moved.owner());
        var line = moved.labelHandedOver(id, by.member(), recipient, wish.trigger(), note, now);
        messages.append(moved, line, null, null);
    }

    private void tell(Acting by, Routing.HandOver wish, Conversation moved, Instant now) {
        var recipient = requireNonNull(moved.owner());
        events.publishEvent(new Reassignment(by, moved, wish.owner(), recipient, now).fact(directory));
    }

    private Trigger trigger(Acting by, Conversation conversation) {
        if (access.owns(by, conversation)) {
            access.requireOwner(by, conversation);
            return Trigger.FORWARDED;
        }
        if (access.mayReassign(by, conversation)) {
            return Trigger.REASSIGNED;
        }
        throw access.stranger(by, conversation);
    }

    private ShopId shopOf(Acting by, GroupId group) {
        return chatGroups.setups(by.enterprise()).entrySet().stream()
                .filter(setup -> setup.getValue().groups().stream()
                        .anyMatch(it -> it.id().equals(group)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new UnknownTarget("toGroup"));
    }
}
