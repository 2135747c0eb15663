package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import java.time.Instant;

/** Somebody read, answered or closed an unread conversation: there may be room for staged ones. */
public interface LoadEased {
    EnterpriseId enterprise();

    Instant occurredAt();
}
