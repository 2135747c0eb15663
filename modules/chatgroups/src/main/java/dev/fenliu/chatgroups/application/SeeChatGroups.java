package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.chatgroups.GroupId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows groups and settings to whoever may change them. */
@Service
public class SeeChatGroups {
    private final ShopsToManage shops;
    private final ChatGroups chatGroups;
    private final Workplace workplace;
    private final SeeStaging staging;
    private final Permissions permissions;

    SeeChatGroups(
            ShopsToManage shops,
            ChatGroups chatGroups,
            Workplace workplace,
            SeeStaging staging,
            Permissions permissions) {
        this.shops = shops;
        this.chatGroups = chatGroups;
        this.workplace = workplace;
        this.staging = staging;
        this.permissions = permissions;
    }

    /** Those whose groups the asker may change, in the order of their creation. */
    @Transactional(readOnly = true)
    public List<ShopLine> shops(Actor actor) {
        var permitted = shops.all(actor);
        var setups = chatGroups.setups(actor.enterprise());
        return permitted.stream()
                .map(shop -> {
                    var setup = setups.get(shop.id());
                    return setup == null
                            ? new ShopLine(shop, false, 0)
                            : new ShopLine(shop, setup.enabled(), setup.groups().size());
                })
                .toList();
    }

    /** The shop with that id or name. */
    @Transactional(readOnly = true)
    public Shop find(Actor actor, String idOrName) {
        return shops.named(actor, idOrName);
    }

    @Transactional(readOnly = true)
    public ShopView shop(Actor actor, String idOrName) {
        var shop = shops.named(actor, idOrName);
        var seen = workplace.look(actor.enterprise(), shop.id());
        var groups = seen.groups();
        return new ShopView(
                shop,
                groups.settings(),
                groups.mainAccountRole(),
                groups.mayBeOn(),
                groups.dependsOnMain(),
                seen.cards(),
                staging.of(actor.enterprise(), seen),
                permissions.allow(actor, Permission.REASSIGN, shop.id()));
    }

    /** Whether the asker may give members the chat permission that they lack. */
    @Transactional(readOnly = true)
    public boolean managesMembers(Actor actor) {
        return permissions.allowSomewhere(actor, Permission.MANAGE_MEMBERS);
    }

    /** In the order of their creation. */
    @Transactional(readOnly = true)
    public List<GroupCard> groups(Actor actor, String shopIdOrName) {
        var shop = shops.named(actor, shopIdOrName);
        return workplace.look(actor.enterprise(), shop.id()).cards();
    }

    @Transactional(readOnly = true)
    public GroupCard group(Actor actor, String shopIdOrName, GroupId id) {
        var shop = shops.named(actor, shopIdOrName);
        var seen = workplace.look(actor.enterprise(), shop.id());
        return seen.card(seen.groups().group(id));
    }
}
