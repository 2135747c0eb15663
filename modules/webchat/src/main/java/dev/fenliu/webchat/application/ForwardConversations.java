package dev.fenliu.webchat.application;

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
import java.util.Collection;
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
        return move(by, id, to, words, now);
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

    private int moveAll(Acting by, MemberId from, Target to, String note, List<Conversation> moving, Instant now) {
        var moved = 0;
        for (var each : moving) {
            // Its owner may have closed it before its turn to be locked came.
            var conversation = conversations.lock(by.enterprise(), each.id());
            if (from.equals(conversation.owner()) && !conversation.state().isClosed()) {
                move(by, each.id(), to, note, now);
                moved++;
            }
        }
        return moved;
    }

    /**
     * Moves those of them that still wait in that shop's staging area. Answers how many.
     */
    @Transactional
    public int reassignWaiting(
            Acting by,
            ShopId shop,
            Collection<ConversationId> chosen,
            Target to,
            @Nullable String note,
            Instant wished) {
        var words = Texts.note(note);
        var now = routing.enterLane(by.enterprise(), wished);
        var moved = 0;
        for (var id : chosen) {
            var conversation = conversations.lock(by.enterprise(), id);
            if (conversation.state() == ConversationState.WAITING
                    && conversation.origin().shop().equals(shop)) {
                move(by, id, to, words, now);
                moved++;
            }
        }
        return moved;
    }

    private MemberId move(Acting by, ConversationId id, Target to, String note, Instant now) {
        var conversation = conversations.lock(by.enterprise(), id);
        var trigger = trigger(by, conversation);
        conversation.requireOpen();
        var origin = conversation.origin();
        var recipient = routing.handOver(
                new Routing.HandOver(
                        origin.enterprise(),
                        origin.shop(),
                        id,
                        origin.source(),
                        conversation.owner(),
                        by.member(),
                        to.member(),
                        to.group(),
                        trigger),
                now);
        // Routing has said so, and the new owner has been written down meanwhile.
        var moved = conversations.lock(by.enterprise(), id);
        var line = moved.labelHandedOver(new MessageId(ids.next()), by.member(), recipient, trigger, note, now);
        messages.append(moved, line, null, null);
        conversations.save(moved);
        if (trigger == Trigger.REASSIGNED) {
            events.publishEvent(new Reassignment(by, moved, conversation.owner(), recipient, now).fact(directory));
        }
        return recipient;
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
                .orElseThrow(UnknownTarget::new);
    }
}
