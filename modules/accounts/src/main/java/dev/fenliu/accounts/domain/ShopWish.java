package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import org.jspecify.annotations.Nullable;

/** How a shop is to be from now on; what is null stays as it is, or takes the default of a new one. */
public record ShopWish(
        @Nullable String name,
        @Nullable String region,
        @Nullable Boolean authorized) {
    private static final int LONGEST_NAME = 100;

    /** Throws {@link ShopNameUnfit}, {@link ShopNameTaken}, {@link ShopNameReserved} and {@link UnknownRegion}. */
    public Shop created(ShopId id, EnterpriseSnapshot enterprise) {
        var region = Region.coded(this.region == null ? "" : this.region)
                .orElseThrow(() -> new UnknownRegion(this.region == null ? "" : this.region));
        var name = free(this.name == null ? "" : this.name, id, enterprise);
        var owner = enterprise.enterprise().id();
        return new Shop(id, owner, name, region.name(), authorized == null || authorized, region.zone());
    }

    /** The shop as wished; equal to what it was if nothing changes. */
    public Shop appliedTo(Shop shop, EnterpriseSnapshot enterprise) {
        var changed = new ShopWish(
                name == null ? shop.name() : name,
                region == null ? shop.region() : region,
                authorized == null ? Boolean.valueOf(shop.authorized()) : authorized);
        return changed.created(shop.id(), enterprise);
    }

    private static String free(String name, ShopId id, EnterpriseSnapshot enterprise) {
        if (!Line.fits(name, LONGEST_NAME)) throw new ShopNameUnfit(LONGEST_NAME);
        if (name.equals(GrantWish.EVERY_SHOP)) throw new ShopNameReserved();
        var taken = enterprise.shops().stream()
                .anyMatch(it -> !it.id().equals(id) && it.name().equalsIgnoreCase(name));
        if (taken) throw new ShopNameTaken(name);
        return name;
    }
}
