package dev.fenliu.chatgroups.web;

import dev.fenliu.chatgroups.ShopHead;
import dev.fenliu.chatgroups.application.ShopLine;
import java.util.Locale;

/** A line of the list of shops. */
record ShopRow(String id, String name, String region, boolean authorized, boolean enabled, int groups) {
    static ShopRow of(ShopLine line, Locale locale) {
        var shop = line.shop();
        return new ShopRow(
                shop.id().toString(),
                shop.name(),
                ShopHead.region(shop.region(), locale),
                shop.authorized(),
                line.enabled(),
                line.groups());
    }
}
