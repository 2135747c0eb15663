package dev.fenliu.analytics.application;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.analytics.AnalyticsEvent;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.webchat.WebchatEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that figures have changed, whatever changed them, once what happened is kept. */
@Service
public class AnnounceFigures {
    private static final int AFTER_KEEPING = 1_100;

    private final ApplicationEventPublisher events;

    AnnounceFigures(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    @Order(AFTER_KEEPING)
    @Transactional(propagation = MANDATORY)
    public void on(RoutingEvent fact) {
        events.publishEvent(new AnalyticsEvent.FiguresChanged(fact.enterprise(), fact.occurredAt()));
    }

    @EventListener
    @Order(AFTER_KEEPING)
    @Transactional(propagation = MANDATORY)
    public void on(WebchatEvent fact) {
        events.publishEvent(new AnalyticsEvent.FiguresChanged(fact.enterprise(), fact.occurredAt()));
    }
}
