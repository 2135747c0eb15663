package dev.fenliu.webhooks.domain;

/** How far a delivery has come. */
public enum DeliveryState {
    /** It is still to be tried, for the first time or again. */
    PENDING,
    /** The receiver took it. */
    DELIVERED,
    /** Given up: tried often enough, or the receiver said that it is gone for good. */
    FAILED
}
