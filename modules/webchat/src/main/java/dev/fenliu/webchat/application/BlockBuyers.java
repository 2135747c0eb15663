package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.WebchatEvent;
import dev.fenliu.webchat.domain.Acquaintance;
import dev.fenliu.webchat.domain.Blocking;
import dev.fenliu.webchat.domain.Listed;
import dev.fenliu.webchat.domain.Lists;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A shop takes no messages from a buyer any more (封鎖買家), until somebody undoes it. */
@Service
public class BlockBuyers {
    private final Lists lists;
    private final Acquaintance acquaintance;
    private final Access access;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;

    BlockBuyers(
            Lists lists,
            Acquaintance acquaintance,
            Access access,
            Permissions permissions,
            ApplicationEventPublisher events) {
        this.lists = lists;
        this.acquaintance = acquaintance;
        this.access = access;
        this.permissions = permissions;
        this.events = events;
    }

    /** Blocks the buyer of a conversation; a buyer who is blocked already stays so. */
    @Transactional
    public void block(Actor me, ConversationId id, Instant now) {
        var listed = permitted(me, id);
        var buyer = listed.buyer();
        if (acquaintance.block(me.enterprise(), buyer.id(), new Blocking(me.me(), now))) {
            tell(me, listed, true, now);
        }
    }

    /** Lets the buyer of a conversation write again. */
    @Transactional
    public void unblock(Actor me, ConversationId id, Instant now) {
        var listed = permitted(me, id);
        if (acquaintance.unblock(me.enterprise(), listed.buyer().id())) {
            tell(me, listed, false, now);
        }
    }

    private Listed permitted(Actor me, ConversationId id) {
        var listed =
                lists.these(me.enterprise(), List.of(id)).stream().findFirst().orElseThrow(UnknownConversation::new);
        access.require(me, listed.conversation());
        var shop = listed.conversation().origin().shop();
        if (!permissions.allow(me, Permission.BLOCK_BUYERS, shop)) {
            throw new NotAllowed();
        }
        return listed;
    }

    private void tell(Actor me, Listed listed, boolean blocked, Instant now) {
        var origin = listed.conversation().origin();
        var action = blocked ? "buyer-blocked" : "buyer-unblocked";
        events.publishEvent(new WebchatEvent.BuyerBlocked(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                listed.conversation().id(),
                blocked,
                new Activity(me, action, listed.buyer().name(), origin.shop(), Map.of(), Map.of(), now),
                now));
    }
}
