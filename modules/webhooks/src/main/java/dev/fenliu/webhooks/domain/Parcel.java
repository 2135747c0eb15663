package dev.fenliu.webhooks.domain;

import dev.fenliu.webhooks.DeliveryId;

/**
 * A delivery that is due.
 *
 * @param attempts how often it was tried before
 */
public record Parcel(DeliveryId id, String body, int attempts) {}
