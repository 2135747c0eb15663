package dev.fenliu.webchat.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.webchat.WebchatEvent;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.Conversations;
import dev.fenliu.webchat.domain.Conversations.Handled;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down whose conversations are, as routing decides: a batch at once, in the transaction of the decisions. */
@Service
class ConversationOwners {
    private final Conversations conversations;
    private final ApplicationEventPublisher events;

    ConversationOwners(Conversations conversations, ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.events = events;
    }

    @EventListener
    @Order(10)
    @Transactional(propagation = MANDATORY)
    public void on(RoutingEvent.Assigned batch) {
        var concerned = concerned(batch);
        var facts = new ArrayList<WebchatEvent>();
        var handled = new ArrayList<Handled>();
        for (var assignment : batch.assignments()) {
            var conversation = concerned.get(assignment.conversation());
            if (conversation == null || conversation.state().isClosed()) {
                continue;
            }
            var before = conversation.holding();
            if (!conversation.assign(assignment.to(), assignment.held(), assignment.trigger(), batch.occurredAt())) {
                continue;
            }
            facts.add(Facts.ownerChanged(conversation, before.owner(), assignment.trigger(), batch.occurredAt()));
            if (before.owner() != null && !before.held()) {
                handled.add(new Handled(before.owner(), conversation.id()));
            }
        }
        batch.lapsed().stream().map(concerned::get).filter(Objects::nonNull).forEach(Conversation::stopAsking);
        conversations.saveHands(batch.enterprise(), concerned.values());
        conversations.rememberHandled(handled);
        facts.forEach(events::publishEvent);
    }

    private Map<ConversationId, Conversation> concerned(RoutingEvent.Assigned batch) {
        var ids = Stream.concat(
                        batch.assignments().stream().map(RoutingEvent.Assignment::conversation),
                        batch.lapsed().stream())
                .distinct()
                .toList();
        return conversations.lockAll(batch.enterprise(), ids).stream().collect(toMap(Conversation::id, identity()));
    }
}
