package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.UnknownShop;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how far somebody sees: others' figures in the shops where they may, elsewhere their own. */
@Component
class Scopes {
    private final Directory directory;
    private final Permissions permissions;

    Scopes(Directory directory, Permissions permissions) {
        this.directory = directory;
        this.permissions = permissions;
    }

    Scope of(Actor actor, @Nullable String shop) {
        var overseen = shopsAllowing(actor, Permission.VIEW_PERFORMANCE);
        var choosable = overseen.isEmpty() ? shopsAllowing(actor, Permission.CHAT) : overseen;
        var all = directory.shops(actor.enterprise());
        var zone = directory.enterprise(actor.enterprise()).zone();
        if (shop == null) {
            return overseen.isEmpty() && actor.member() != null
                    ? new Scope(all, true, null, true, choosable, zone)
                    : new Scope(overseen, overseen.containsAll(all), null, false, choosable, zone);
        }
        var found = directory.shopNamed(actor.enterprise(), shop).orElseThrow(UnknownShop::new);
        if (overseen.contains(found)) {
            return new Scope(List.of(found), false, found, false, choosable, zone);
        }
        if (shopsAllowing(actor, Permission.CHAT).contains(found)) {
            return new Scope(List.of(found), false, found, true, choosable, zone);
        }
        throw new UnknownShop();
    }

    /** Whether that member answers chats in one of these shops. */
    boolean answers(Member member, Collection<Shop> shops) {
        return shops.stream()
                .anyMatch(shop -> directory
                        .membersWith(shop.enterprise(), Permission.CHAT, shop.id())
                        .contains(member));
    }

    List<Shop> shopsAllowing(Actor actor, Permission what) {
        return actor.member() == null
                ? directory.shops(actor.enterprise())
                : permissions.shopsAllowing(actor.enterprise(), actor.member(), what);
    }
}
