package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.routing.ConversationId;
import java.time.Instant;
import java.util.Optional;

/** What buyers thought of conversations, once each. */
public interface Ratings {
    Optional<Rating> of(EnterpriseId enterprise, ConversationId conversation);

    /** Answers whether there was none before. */
    boolean add(EnterpriseId enterprise, ConversationId conversation, Rating rating, Instant now);
}
