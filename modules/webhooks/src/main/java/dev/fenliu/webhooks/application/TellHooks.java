package dev.fenliu.webhooks.application;

import static java.util.stream.Collectors.toMap;
import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.routing.RoutingEvent.PresenceChanged;
import dev.fenliu.webchat.WebchatEvent;
import dev.fenliu.webhooks.DeliveryId;
import dev.fenliu.webhooks.domain.Announcement;
import dev.fenliu.webhooks.domain.Announcements;
import dev.fenliu.webhooks.domain.Deliveries;
import dev.fenliu.webhooks.domain.Topic;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what webhooks are to be told, in the transaction of the fact itself: what is rolled back is told to nobody,
 * and what is committed to everybody who wants to hear it.
 */
@Service
public class TellHooks {
    // After those whose truth it is, and after the figures: they may still refuse.
    private static final int LAST = 2_000;

    private final KnownHooks hooks;
    private final Deliveries deliveries;
    private final Ids ids;

    TellHooks(KnownHooks hooks, Deliveries deliveries, Ids ids) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.ids = ids;
    }

    @EventListener
    @Order(LAST)
    @Transactional(propagation = MANDATORY)
    public void on(WebchatEvent fact) {
        Announcements.topic(fact)
                .ifPresent(topic -> tell(fact.enterprise(), topic, () -> Announcements.of(fact, topic)));
    }

    @EventListener
    @Order(LAST)
    @Transactional(propagation = MANDATORY)
    public void on(PresenceChanged change) {
        tell(change.enterprise(), Topic.PRESENCE_CHANGED, () -> Announcements.of(change));
    }

    private void tell(EnterpriseId enterprise, Topic topic, Supplier<Announcement> announcement) {
        var hearing = hooks.thatHear(enterprise, topic);
        if (hearing.isEmpty()) return;
        deliveries.keep(
                announcement.get(),
                hearing.stream().collect(toMap(_ -> new DeliveryId(ids.next()), Function.identity())));
    }
}
