package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.webchat.domain.Wanted;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever may see all conversations (檢視全部對話) looks through them, shop by shop or in all of theirs. */
@Service
@Transactional(readOnly = true)
public class OverseeConversations {
    private final Permissions permissions;
    private final Directory directory;

    OverseeConversations(Permissions permissions, Directory directory) {
        this.permissions = permissions;
        this.directory = directory;
    }

    /**
     * What somebody may look through.
     *
     * @param shops the shops whose conversations they may see
     * @param together whether they can be looked through at once, so that no shop need be chosen
     * @param agents whose conversations can be asked for
     * @param wanted what is asked for, within what they may see
     */
    public record Scope(List<Shop> shops, boolean together, List<Member> agents, Wanted wanted) {}

    /** Throws {@link NotAllowed} for somebody who may see them nowhere, or not where they want to. */
    public Scope scope(Actor me, Wanted wanted) {
        var shops = permissions.shopsAllowing(me.enterprise(), me.me(), Permission.VIEW_ALL_CHATS);
        if (shops.isEmpty()) {
            throw new NotAllowed();
        }
        var together = wanted.living()
                || shops.size() == directory.shops(me.enterprise()).size();
        var shop = wanted.shop() == null && !together ? shops.getFirst().id() : wanted.shop();
        if (shop != null && shops.stream().noneMatch(it -> it.id().equals(shop))) {
            throw new NotAllowed();
        }
        return new Scope(
                shops, together, directory.members(me.enterprise()), new Wanted(shop, wanted.owner(), wanted.state()));
    }

    /** Whether the member may give that conversation to somebody else (改派) as it stands. */
    public boolean mayReassign(Actor me, ConversationView conversation) {
        return !conversation.state().isClosed() && permissions.allow(me, Permission.REASSIGN, conversation.shop());
    }
}
