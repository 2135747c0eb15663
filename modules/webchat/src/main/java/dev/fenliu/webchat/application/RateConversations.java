package dev.fenliu.webchat.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.domain.AlreadyRated;
import dev.fenliu.webchat.domain.Buyer;
import dev.fenliu.webchat.domain.Conversations;
import dev.fenliu.webchat.domain.NotEnded;
import dev.fenliu.webchat.domain.Rating;
import dev.fenliu.webchat.domain.Ratings;
import dev.fenliu.webchat.domain.Threads;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Buyers say how good a conversation was that has ended. */
@Service
public class RateConversations {
    private final Threads threads;
    private final Conversations conversations;
    private final Ratings ratings;
    private final ApplicationEventPublisher events;

    RateConversations(Threads threads, Conversations conversations, Ratings ratings, ApplicationEventPublisher events) {
        this.threads = threads;
        this.conversations = conversations;
        this.ratings = ratings;
        this.events = events;
    }

    /** Keeps what the buyer thought. Throws {@link NotEnded} and {@link AlreadyRated}. */
    @Transactional
    public void rate(
            EnterpriseId enterprise, ShopId shop, String buyer, ConversationId id, Rating rating, Instant now) {
        var known = threads.buyer(enterprise, shop, buyer).map(Buyer::id).orElseThrow(UnknownConversation::new);
        var conversation = conversations
                .find(enterprise, id)
                .filter(it -> it.origin().buyer().equals(known))
                .orElseThrow(UnknownConversation::new);
        if (!conversation.state().isClosed()) {
            throw new NotEnded();
        }
        if (!ratings.add(enterprise, id, rating, now)) {
            throw new AlreadyRated();
        }
        events.publishEvent(Facts.rated(conversation, rating.score(), now));
    }
}
