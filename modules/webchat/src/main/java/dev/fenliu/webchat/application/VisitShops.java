package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.accounts.WorkFloor;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.webchat.domain.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Buyers look at a shop and at their chat with it. A buyer knows a shop by its id, and no enterprise account. */
@Service
public class VisitShops {
    private final Directory directory;
    private final ChatGroups groups;
    private final WorkFloor floor;
    private final ReadConversations conversations;

    public VisitShops(Directory directory, ChatGroups groups, WorkFloor floor, ReadConversations conversations) {
        this.directory = directory;
        this.groups = groups;
        this.floor = floor;
        this.conversations = conversations;
    }

    /** With the last lines of the buyer's chat, or those before a place. Throws {@link UnknownShop}. */
    @Transactional(readOnly = true)
    public ShopVisit visit(ShopId id, @Nullable String buyer, @Nullable Position before) {
        var shop = shop(id);
        var thread =
                buyer == null ? BuyerThread.NEVER_WROTE : conversations.ofBuyer(shop.enterprise(), id, buyer, before);
        return new ShopVisit(shop, thread, isAnswered(shop));
    }

    /** Throws {@link UnknownShop}. */
    @Transactional(readOnly = true)
    public Shop shop(ShopId id) {
        return directory.publicShop(id).orElseThrow(UnknownShop::new);
    }

    /** Whether somebody who may get this shop's chats is online now. */
    @Transactional(readOnly = true)
    public boolean isAnswered(Shop shop) {
        var presences = floor.presences(shop.enterprise());
        return answering(shop).stream().anyMatch(member -> presences.get(member.id()) == Presence.ONLINE);
    }

    private List<Member> answering(Shop shop) {
        var setup = groups.setup(shop.enterprise(), shop.id());
        if (!setup.enabled()) {
            return List.of(directory.mainAccount(shop.enterprise()));
        }
        // While its switch is off, the main account gets only what is forwarded to it.
        return directory.membersWith(shop.enterprise(), Permission.CHAT, shop.id()).stream()
                .filter(member -> setup.includeMain() || !member.main())
                .toList();
    }
}
