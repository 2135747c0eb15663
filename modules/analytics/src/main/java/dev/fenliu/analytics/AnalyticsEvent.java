package dev.fenliu.analytics;

import dev.fenliu.accounts.EnterpriseId;
import java.time.Instant;

/** Everything analytics tells. */
public sealed interface AnalyticsEvent {
    EnterpriseId enterprise();

    Instant occurredAt();

    /** Something happened that figures of now are made of; said once it is kept. */
    record FiguresChanged(EnterpriseId enterprise, Instant occurredAt) implements AnalyticsEvent {}
}
