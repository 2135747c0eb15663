package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.ShopId;
import java.util.HashSet;
import java.util.Set;

/** In which shops a permission is held. */
record Reach(boolean everywhere, Set<ShopId> shops) {
    static final Reach NOWHERE = new Reach(false, Set.of());
    static final Reach EVERYWHERE = new Reach(true, Set.of());

    Reach with(Grant grant) {
        var shop = grant.shop();
        if (shop == null) return EVERYWHERE;
        if (everywhere) return this;
        var wider = new HashSet<>(shops);
        wider.add(shop);
        return new Reach(false, Set.copyOf(wider));
    }

    boolean covers(ShopId shop) {
        return everywhere || shops.contains(shop);
    }

    boolean coversAllOf(Reach other) {
        return everywhere || (!other.everywhere && shops.containsAll(other.shops));
    }

    boolean covers(Grant grant) {
        var shop = grant.shop();
        return shop == null ? everywhere : covers(shop);
    }
}
