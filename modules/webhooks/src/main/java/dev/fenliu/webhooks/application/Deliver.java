package dev.fenliu.webhooks.application;

import dev.fenliu.webhooks.domain.Deliveries;
import dev.fenliu.webhooks.domain.Deliveries.Destination;
import dev.fenliu.webhooks.domain.Hooks;
import dev.fenliu.webhooks.domain.Outcome;
import dev.fenliu.webhooks.domain.Parcel;
import dev.fenliu.webhooks.domain.Receiver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes deliveries that are due, and writes down what came of them. What lies between is no transaction. */
@Service
class Deliver {
    static final int AT_ONCE = 20;

    // Longer than any attempt: only what an instance took and died over is taken by another.
    private static final Duration TAKEN_FOR = Duration.ofMinutes(2);

    private final Hooks hooks;
    private final Deliveries deliveries;

    Deliver(Hooks hooks, Deliveries deliveries) {
        this.hooks = hooks;
        this.deliveries = deliveries;
    }

    @Transactional(readOnly = true)
    public List<Destination> due(Instant now) {
        return deliveries.due(now);
    }

    /** Empty when nothing is due there, or the webhook is gone. */
    @Transactional
    public Optional<Load> take(Destination to, Instant now) {
        return hooks.receiver(to.enterprise(), to.hook())
                .map(receiver -> new Load(receiver, deliveries.take(to, now, now.plus(TAKEN_FOR), AT_ONCE)))
                .filter(load -> !load.parcels().isEmpty());
    }

    @Transactional
    public void settle(Receiver receiver, Map<Parcel, Outcome> outcomes, Instant now) {
        outcomes.forEach((parcel, outcome) -> deliveries.settle(receiver.enterprise(), parcel, outcome, now));
    }

    /** What goes to one receiver at once. */
    record Load(Receiver receiver, List<Parcel> parcels) {}
}
