package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Shop;
import org.jspecify.annotations.Nullable;

/** A shop as a form has it. */
record ShopForm(@Nullable String name, @Nullable String region) {
    static final ShopForm EMPTY = new ShopForm("", "TW");

    static ShopForm of(Shop shop) {
        return new ShopForm(shop.name(), shop.region());
    }

    String typedName() {
        return name == null ? "" : name.strip();
    }

    String chosenRegion() {
        return region == null ? "" : region;
    }
}
