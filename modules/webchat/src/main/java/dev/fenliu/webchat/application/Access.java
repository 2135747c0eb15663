package dev.fenliu.webchat.application;

import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.NotOwner;
import dev.fenliu.webchat.domain.Threads;
import dev.fenliu.webchat.domain.Wanted;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may see a conversation, and who may act in it: the one answer that every use case asks for. */
@Component
class Access {
    /** How much of a buyer's history with a shop somebody sees. */
    enum Sight {
        NOTHING,
        /** That conversation alone: they had it once and gave it away. */
        CONVERSATION,
        /** That conversation and everything before it. */
        HISTORY
    }

    private final Permissions permissions;
    private final Directory directory;
    private final Threads threads;

    Access(Permissions permissions, Directory directory, Threads threads) {
        this.permissions = permissions;
        this.directory = directory;
        this.threads = threads;
    }

    Sight of(Actor actor, Conversation conversation) {
        var origin = conversation.origin();
        var member = actor.member();
        if (member == null || permissions.allow(actor, Permission.VIEW_ALL_CHATS, origin.shop())) {
            return Sight.HISTORY;
        }
        if (!permissions.allow(actor, Permission.CHAT, origin.shop())) {
            return Sight.NOTHING;
        }
        if (member.equals(conversation.owner())) {
            return Sight.HISTORY;
        }
        return threads.wasHandledBy(member, conversation.id()) ? Sight.CONVERSATION : Sight.NOTHING;
    }

    Sight require(Actor actor, Conversation conversation) {
        var sight = of(actor, conversation);
        if (sight == Sight.NOTHING) {
            throw new UnknownConversation();
        }
        return sight;
    }

    /**
     * The only shops in which somebody looks through everybody's conversations; empty for all there are. Refuses a member
     * who may not there, or who may in a part of the shops alone and would look through all that ever was.
     */
    Set<ShopId> requireAll(Actor actor, Wanted wanted) {
        var member = actor.member();
        if (member == null) {
            return Set.of();
        }
        var theirs = permissions.shopsAllowing(actor.enterprise(), member, Permission.VIEW_ALL_CHATS).stream()
                .map(Shop::id)
                .collect(toSet());
        var shop = wanted.shop();
        if (shop != null && theirs.contains(shop)) {
            return Set.of(shop);
        }
        var everywhere = theirs.size() == directory.shops(actor.enterprise()).size();
        if (shop != null || theirs.isEmpty() || !(everywhere || wanted.living())) {
            throw new NotAllowed();
        }
        return everywhere ? Set.of() : theirs;
    }

    boolean owns(Acting by, Conversation conversation) {
        return by.member().equals(conversation.owner());
    }

    /** Refuses everybody but the owner, and an owner who may not answer in that shop any more. */
    void requireOwner(Acting by, Conversation conversation) {
        if (!owns(by, conversation)) {
            throw stranger(by, conversation);
        }
        if (!permissions.allow(
                by.enterprise(),
                by.member(),
                Permission.CHAT,
                conversation.origin().shop())) {
            throw new NotAllowed();
        }
    }

    /** Refuses everybody but the owner and those who may see all conversations of the shop. */
    void requireNoteTaker(Acting by, Conversation conversation) {
        var shop = conversation.origin().shop();
        if (!permissions.allow(by.enterprise(), by.member(), Permission.VIEW_ALL_CHATS, shop)) {
            requireOwner(by, conversation);
        }
    }

    boolean mayReassign(Acting by, Conversation conversation) {
        return permissions.allow(
                by.enterprise(),
                by.member(),
                Permission.REASSIGN,
                conversation.origin().shop());
    }

    /** Whoever may see it hears that it is somebody else's; whoever may not hears that there is none. */
    RuntimeException stranger(Acting by, Conversation conversation) {
        return of(by.actor(), conversation) == Sight.NOTHING ? new UnknownConversation() : new NotOwner();
    }
}
