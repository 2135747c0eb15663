package dev.fenliu.webchat.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.domain.Buyer;
import dev.fenliu.webchat.domain.Conversations;
import dev.fenliu.webchat.domain.Messages;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Threads;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Buyers look at what the shop has answered. */
@Service
public class SeeAnswers {
    private final Threads threads;
    private final Conversations conversations;
    private final Messages messages;
    private final ApplicationEventPublisher events;

    SeeAnswers(Threads threads, Conversations conversations, Messages messages, ApplicationEventPublisher events) {
        this.threads = threads;
        this.conversations = conversations;
        this.messages = messages;
        this.events = events;
    }

    /** The buyer has seen the answers of a conversation up to that line. */
    @Transactional
    public void see(EnterpriseId enterprise, ShopId shop, String buyer, Position upTo, Instant now) {
        var known = threads.buyer(enterprise, shop, buyer).map(Buyer::id).orElseThrow(UnknownConversation::new);
        var conversation = conversations
                .find(enterprise, upTo.conversation())
                .filter(it -> it.origin().buyer().equals(known))
                .orElseThrow(UnknownConversation::new);
        if (messages.stampSeen(conversation, upTo.seq(), now) > 0) {
            events.publishEvent(Facts.answerSeen(conversation, upTo.seq(), now));
        }
    }
}
