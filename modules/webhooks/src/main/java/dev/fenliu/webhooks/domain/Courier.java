package dev.fenliu.webhooks.domain;

import java.time.Instant;

/** Brings a delivery to its receiver, once, signed as of that moment. */
public interface Courier {
    Outcome bring(Receiver receiver, Parcel parcel, Instant now);
}
