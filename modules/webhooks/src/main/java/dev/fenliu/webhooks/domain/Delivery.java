package dev.fenliu.webhooks.domain;

import dev.fenliu.webhooks.DeliveryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one webhook, and what came of it.
 *
 * @param at when it happened
 * @param last what came of the last attempt; null before the first
 */
public record Delivery(
        DeliveryId id,
        Topic topic,
        Instant at,
        int attempts,
        Standing standing,
        @Nullable Outcome last) {
    /**
     * How far it has come.
     *
     * @param nextAt when it is tried next; null when it is over
     */
    public record Standing(DeliveryState state, @Nullable Instant nextAt) {
        static Standing over(DeliveryState state) {
            return new Standing(state, null);
        }
    }
}
