package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Shop;
import java.util.Locale;

/** What stands above every page of a shop. */
record ShopHead(String id, String name, String region, boolean authorized) {
    static ShopHead of(Shop shop, Locale locale) {
        return new ShopHead(
                shop.id().toString(), shop.name(), ShopRow.region(shop.region(), locale), shop.authorized());
    }
}
