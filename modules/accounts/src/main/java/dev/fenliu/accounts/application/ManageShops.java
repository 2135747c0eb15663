package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_SHOPS;

import dev.fenliu.accounts.AccountEvent.AccessChanging;
import dev.fenliu.accounts.AccountEvent.ShopChanged;
import dev.fenliu.accounts.AccountEvent.ShopCreated;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.accounts.domain.EnterpriseSnapshot;
import dev.fenliu.accounts.domain.ShopWish;
import dev.fenliu.accounts.domain.Shops;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds shops, renames, authorises and disables them (我的賣場). */
@Service
public class ManageShops {
    private final CurrentSnapshots snapshots;
    private final Permissions permissions;
    private final Shops shops;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    ManageShops(
            CurrentSnapshots snapshots,
            Permissions permissions,
            Shops shops,
            Ids ids,
            ApplicationEventPublisher events) {
        this.snapshots = snapshots;
        this.permissions = permissions;
        this.shops = shops;
        this.ids = ids;
        this.events = events;
    }

    /** Those in which the asker has a role, in the order of their creation. */
    @Transactional(readOnly = true)
    public List<Shop> list(Actor actor) {
        return visible(actor, snapshots.of(actor.enterprise()));
    }

    @Transactional
    public Shop create(Actor actor, String name, String region, boolean authorized, Instant now) {
        var member = actor.member();
        // A role in single shops says nothing about a new one.
        if (member != null && !snapshots.of(actor.enterprise()).allowsEverywhere(member, MANAGE_SHOPS)) {
            throw new NotAllowed();
        }

        events.publishEvent(new AccessChanging(actor, now));
        var shop = new ShopWish(name, region, authorized)
                .created(new ShopId(ids.next()), snapshots.locked(actor.enterprise()));

        shops.add(shop, now);
        snapshots.changed(actor.enterprise());
        var activity = new Activity(actor, "shop-created", shop.name(), shop.id(), Map.of(), described(shop), now);
        events.publishEvent(new ShopCreated(actor.enterprise(), shop.id(), activity, now));
        return shop;
    }

    @Transactional
    public Shop change(Actor actor, ShopId id, ShopWish wish, Instant now) {
        requireManager(actor, id);

        events.publishEvent(new AccessChanging(actor, now));
        var enterprise = snapshots.locked(actor.enterprise());
        var before = enterprise.shop(id).orElseThrow(UnknownShop::new);
        var after = wish.appliedTo(before, enterprise);
        if (after.equals(before)) return before;

        shops.save(after);
        snapshots.changed(actor.enterprise());
        var activity = new Activity(actor, "shop-changed", after.name(), id, described(before), described(after), now);
        var moved = !after.zone().equals(before.zone());
        events.publishEvent(new ShopChanged(actor.enterprise(), id, after.authorized(), moved, activity, now));
        return after;
    }

    private void requireManager(Actor actor, ShopId id) {
        var visible = visible(actor, snapshots.of(actor.enterprise())).stream()
                .anyMatch(it -> it.id().equals(id));
        if (!visible) throw new UnknownShop();
        if (!permissions.allow(actor, MANAGE_SHOPS, id)) throw new NotAllowed();
    }

    private static List<Shop> visible(Actor actor, EnterpriseSnapshot enterprise) {
        var member = actor.member();
        return member == null ? enterprise.shops() : enterprise.shopsOf(member);
    }

    private static Map<String, String> described(Shop shop) {
        return Map.of(
                "name", shop.name(), "region", shop.region(), "status", shop.authorized() ? "AUTHORIZED" : "DISABLED");
    }
}
