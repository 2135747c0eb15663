package dev.fenliu.chatgroups.application;

import static dev.fenliu.accounts.Permission.MANAGE_CHAT_GROUPS;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownShop;
import java.util.List;
import org.springframework.stereotype.Component;

/** The shops whose groups somebody may change. */
@Component
class ShopsToManage {
    private final Directory directory;
    private final Permissions permissions;

    ShopsToManage(Directory directory, Permissions permissions) {
        this.directory = directory;
        this.permissions = permissions;
    }

    /** In the order of their creation; whoever may do it nowhere is refused. */
    List<Shop> all(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_CHAT_GROUPS)) throw new NotAllowed();
        return directory.shops(actor.enterprise()).stream()
                .filter(shop -> permissions.allow(actor, MANAGE_CHAT_GROUPS, shop.id()))
                .toList();
    }

    Shop named(Actor actor, String idOrName) {
        return permitted(
                actor, directory.shopNamed(actor.enterprise(), idOrName).orElseThrow(UnknownShop::new));
    }

    Shop get(Actor actor, ShopId shop) {
        return permitted(actor, directory.shop(actor.enterprise(), shop).orElseThrow(UnknownShop::new));
    }

    private Shop permitted(Actor actor, Shop shop) {
        if (!permissions.allow(actor, MANAGE_CHAT_GROUPS, shop.id())) throw new NotAllowed();
        return shop;
    }
}
