package dev.fenliu.webchat.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a card shows of a product or an order.
 *
 * @param price as people read it, with its currency
 * @param picture the path of its picture on this server; null for none
 * @param page the path of its page on this server; null for none
 */
public record Ware(
        String price, @Nullable String picture, @Nullable String page) {
    public Ware {
        requirePath(picture);
        requirePath(page);
    }

    // The content security policy shows only pictures of our own, and nobody is led elsewhere by what a shop's system
    // says.
    private static void requirePath(@Nullable String path) {
        if (path != null && (!path.startsWith("/") || path.startsWith("//"))) {
            throw new IllegalArgumentException("not a path on this server: " + path);
        }
    }
}
