package dev.fenliu.webchat.web;

import org.jspecify.annotations.Nullable;

/**
 * What a buyer's panel sends.
 *
 * @param name how the buyer wants to be called; null when the panel does not ask, because the shop knows already
 * @param key makes the message unique, so that sending it again stores it once
 * @param page the page of the storefront that the panel stands on
 * @param card whether the product or order of that page goes with the message
 */
record PanelMessage(
        @Nullable String text,
        @Nullable String name,
        @Nullable String key,
        @Nullable String page,
        @Nullable Boolean card) {

    /** Throws {@link UnknownInShop}. */
    StorePage from() {
        return StorePage.at(page == null ? "" : page);
    }
}
