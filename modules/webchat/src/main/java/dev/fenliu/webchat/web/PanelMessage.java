package dev.fenliu.webchat.web;

import dev.fenliu.webchat.domain.Visitor;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final Pattern KEY = Pattern.compile("[0-9a-zA-Z-]{16,64}");

    /** The key, if it is one. */
    Optional<String> unique() {
        return Optional.ofNullable(key).filter(it -> KEY.matcher(it).matches());
    }

    /** Who writes that, when their browser has not been told yet who it is. */
    Visitor writer() {
        return unique().map(Visitor::of).orElseGet(Visitor::stranger);
    }

    /** Throws {@link UnknownInShop}. */
    StorePage from() {
        return StorePage.at(page == null ? "" : page);
    }
}
