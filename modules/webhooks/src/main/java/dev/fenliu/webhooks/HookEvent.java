package dev.fenliu.webhooks;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Loggable;
import java.time.Instant;

/** Everything webhooks tells the rest of the system. */
public sealed interface HookEvent {
    EnterpriseId enterprise();

    Instant occurredAt();

    /** A webhook was added or removed. */
    record HooksChanged(EnterpriseId enterprise, Activity activity, Instant occurredAt)
            implements HookEvent, Loggable {}
}
