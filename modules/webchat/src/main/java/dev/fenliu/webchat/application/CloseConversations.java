package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Ids;
import dev.fenliu.routing.Routing;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.Conversations;
import dev.fenliu.webchat.domain.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes quiet conversations, a few in each transaction. */
@Service
class CloseConversations {
    private final Conversations conversations;
    private final Messages messages;
    private final Routing routing;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    CloseConversations(
            Conversations conversations,
            Messages messages,
            Routing routing,
            Ids ids,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.messages = messages;
        this.routing = routing;
        this.ids = ids;
        this.events = events;
    }

    /** Closes some, passing over those that somebody is busy with. Answers how many. */
    @Transactional
    public int closeSome(Duration quiet, Instant now, int limit) {
        var before = now.minus(quiet);
        var due = conversations.quiet(before, limit);
        return (int) conversations.lockQuiet(due, before, true).stream()
                .filter(conversation -> close(conversation, quiet, now))
                .count();
    }

    /** Closes one buyer's conversation, if it is still quiet once nobody is busy with it. */
    @Transactional
    public void closeOne(BuyerId buyer, Duration quiet, Instant now) {
        conversations
                .lockQuiet(List.of(buyer), now.minus(quiet), false)
                .forEach(conversation -> close(conversation, quiet, now));
    }

    private boolean close(Conversation conversation, Duration quiet, Instant now) {
        var held = conversation.holding().held();
        var line = conversation.closeIfQuiet(new MessageId(ids.next()), quiet, now);
        line.ifPresent(notice -> {
            if (held) {
                routing.stopHolding(conversation.origin().enterprise(), conversation.id());
            }
            messages.append(conversation, notice, null, null);
            conversations.save(conversation);
            events.publishEvent(Facts.closed(conversation, true, now));
        });
        return line.isPresent();
    }

    @Transactional(readOnly = true)
    public List<BuyerId> quiet(Duration quiet, Instant now) {
        return conversations.quiet(now.minus(quiet), Integer.MAX_VALUE);
    }

    @Transactional(readOnly = true)
    public Optional<Instant> quietSince() {
        return conversations.quietSince();
    }
}
