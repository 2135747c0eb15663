package dev.fenliu.webhooks.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.webhooks.DeliveryId;
import dev.fenliu.webhooks.HookId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is on its way to webhooks, and what was. */
public interface Deliveries {
    /** One for each of the webhooks, due at once. */
    void keep(Announcement announcement, Map<DeliveryId, HookId> hooks);

    /** Newest first, of those before the given one. */
    List<Delivery> of(EnterpriseId enterprise, HookId hook, @Nullable DeliveryId before, int limit);

    /** The webhooks of all enterprises that something is due for. */
    List<Destination> due(Instant now);

    /** Some that are due and that nobody else takes at this moment; they are due again at that later instant. */
    List<Parcel> take(Destination to, Instant now, Instant again, int limit);

    /** What came of an attempt. Nothing, if the delivery is not pending any more. */
    void settle(EnterpriseId enterprise, Parcel parcel, Outcome outcome, Instant now);

    /** Puts an end to what is still to be delivered to a webhook. */
    void drop(EnterpriseId enterprise, HookId hook);

    /** Deletes some of all enterprises that happened before that, and returns how many. */
    int forget(Instant before, int limit);

    /** A webhook and whose it is. */
    record Destination(EnterpriseId enterprise, HookId hook) {}
}
