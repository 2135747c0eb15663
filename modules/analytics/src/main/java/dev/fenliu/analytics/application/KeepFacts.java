package dev.fenliu.analytics.application;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.webchat.Arrivals;
import dev.fenliu.webchat.WebchatEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what happened in the transaction in which it happened, so that a figure is never half true. */
@Service
public class KeepFacts {
    // After those whose truth it is: they may still refuse.
    private static final int LAST = 1_000;

    private final Facts facts;
    private final Arrivals arrivals;

    KeepFacts(Facts facts, Arrivals arrivals) {
        this.facts = facts;
        this.arrivals = arrivals;
    }

    @EventListener
    @Order(LAST)
    @Transactional(propagation = MANDATORY)
    public void on(RoutingEvent.Assigned batch) {
        if (!batch.assignments().isEmpty()) {
            var concerned = batch.assignments().stream()
                    .map(RoutingEvent.Assignment::conversation)
                    .distinct()
                    .toList();
            facts.keep(batch, arrivals.of(batch.enterprise(), concerned));
        }
    }

    @EventListener
    @Order(LAST)
    @Transactional(propagation = MANDATORY)
    public void on(WebchatEvent.ConversationClosed closing) {
        facts.keep(closing);
    }

    @EventListener
    @Order(LAST)
    @Transactional(propagation = MANDATORY)
    public void on(WebchatEvent.ConversationRated rating) {
        facts.keep(rating);
    }

    @EventListener
    @Order(LAST)
    @Transactional(propagation = MANDATORY)
    public void on(WebchatEvent.AgentReplied reply) {
        if (reply.ended() != null) {
            facts.keep(reply, reply.ended());
        }
    }
}
