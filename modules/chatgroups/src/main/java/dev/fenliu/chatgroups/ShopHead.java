package dev.fenliu.chatgroups;

import dev.fenliu.accounts.Shop;
import java.util.Locale;

/**
 * What stands above every page of a shop under 聊聊分組: {@code kit/shop-head :: head(shop, tab)} shows it.
 *
 * @param region in the reader's words, such as 台灣
 */
public record ShopHead(String id, String name, String region, boolean authorized) {
    public static ShopHead of(Shop shop, Locale locale) {
        return new ShopHead(shop.id().toString(), shop.name(), region(shop.region(), locale), shop.authorized());
    }

    /** Such as 台灣 for {@code TW}. */
    public static String region(String code, Locale locale) {
        return Locale.of("", code).getDisplayCountry(locale);
    }
}
