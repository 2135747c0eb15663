package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_SHOPS;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.OpenChats;
import dev.fenliu.accounts.OpenChats.Standing;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownShop;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the shops (我的賣場) to whoever manages some, with what is open there. */
@Service
public class SeeShops {
    private final CurrentSnapshots snapshots;
    private final Permissions permissions;
    private final OpenChats chats;

    SeeShops(CurrentSnapshots snapshots, Permissions permissions, OpenChats chats) {
        this.snapshots = snapshots;
        this.permissions = permissions;
        this.chats = chats;
    }

    /** In the order of their creation. */
    @Transactional(readOnly = true)
    public Overview all(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_SHOPS)) throw new NotAllowed();
        var enterprise = snapshots.of(actor.enterprise());
        var member = actor.member();
        var shops = member == null ? enterprise.shops() : enterprise.shopsAllowing(member, MANAGE_SHOPS);
        var open = chats.byShop(actor.enterprise());
        var rows = shops.stream()
                .map(it -> new Row(it, open.getOrDefault(it.id(), Standing.NOTHING)))
                .toList();
        return new Overview(rows, member == null || enterprise.allowsEverywhere(member, MANAGE_SHOPS));
    }

    /**
     * The shops that somebody manages.
     *
     * @param adds whether they may add one
     */
    public record Overview(List<Row> rows, boolean adds) {}

    /** A shop, and how many conversations are open there. */
    public record Row(Shop shop, Standing open) {}

    @Transactional(readOnly = true)
    public Row of(Actor actor, ShopId id) {
        return all(actor).rows().stream()
                .filter(it -> it.shop().id().equals(id))
                .findFirst()
                .orElseThrow(UnknownShop::new);
    }
}
