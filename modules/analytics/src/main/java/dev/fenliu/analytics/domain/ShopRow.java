package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Shop;
import dev.fenliu.routing.Staging.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * One shop (商店) on the dashboard.
 *
 * @param agents how many may answer its chats
 * @param online how many of them are online; null for a day that is not today
 * @param waiting its staging area; null when nobody waits, or for a day that is not today
 */
public record ShopRow(
        Shop shop,
        int agents,
        @Nullable Integer online,
        @Nullable Waiting waiting,
        Figures figures) {
    /** How many wait in its staging area; null for a day that is not today. */
    public @Nullable Integer staged() {
        if (online == null) {
            return null;
        }
        return waiting == null ? 0 : waiting.conversations();
    }
}
