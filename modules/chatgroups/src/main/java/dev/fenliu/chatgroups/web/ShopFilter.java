package dev.fenliu.chatgroups.web;

import java.util.Locale;

/**
 * Which shops one wants to see.
 *
 * @param status AUTHORIZED or DISABLED; anything else is 所有狀態
 */
record ShopFilter(String status, String search) {
    ShopFilter {
        search = search.strip();
    }

    boolean admits(ShopRow shop) {
        var fits = switch (status) {
            case "AUTHORIZED" -> shop.authorized();
            case "DISABLED" -> !shop.authorized();
            default -> true;
        };
        return fits && lower(shop.name()).contains(lower(search));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
