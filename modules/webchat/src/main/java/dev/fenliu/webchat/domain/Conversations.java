package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.BuyerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The conversations. Whoever is going to change one locks it first, always in the same order: the buyer, then the
 * conversation.
 */
public interface Conversations {
    /** A buyer and the latest conversation with the shop, which is the only one that can be open. */
    record Chat(Buyer buyer, Conversation latest) {}

    /** A member who had a conversation and gave it away. */
    record Handled(MemberId member, ConversationId conversation) {}

    /** As it stands, without locking anything. */
    Optional<Conversation> find(EnterpriseId enterprise, ConversationId id);

    /** Locks the buyer and the latest conversation; empty for somebody who never wrote. One statement. */
    Optional<Chat> lockLatest(EnterpriseId enterprise, ShopId shop, String buyer);

    /** Locks a buyer who has written, and the latest conversation. One statement. */
    Chat lockLatest(EnterpriseId enterprise, BuyerId buyer);

    /** Locks the buyer and the conversation. Throws {@link UnknownConversation}. */
    Conversation lock(EnterpriseId enterprise, ConversationId id);

    /** Locks conversations in the order of their ids, without their buyers: for whoever is in the lane. One statement. */
    List<Conversation> lockAll(EnterpriseId enterprise, Collection<ConversationId> conversations);

    /** Buyers whose open conversation is read and unchanged since before then, the quietest first. */
    List<BuyerId> quiet(Instant before, int limit);

    /** Since when the quietest of the read open conversations has not changed. */
    Optional<Instant> quietSince();

    /**
     * Of those buyers' conversations, locks what is still read and unchanged since before then.
     *
     * @param skipLocked whether those that somebody is busy with are passed over
     */
    List<Conversation> lockQuiet(Collection<BuyerId> buyers, Instant before, boolean skipLocked);

    /** Keeps a buyer who writes for the first time. */
    void addFirst(Buyer buyer, Instant now);

    /** Keeps a buyer's name and latest conversation. */
    void save(Buyer buyer);

    void add(Conversation conversation);

    void save(Conversation conversation);

    /** Keeps all of them. One batch. */
    void saveAll(Collection<Conversation> conversations);

    /** Keeps in whose hands they are: what an assignment changes. One statement for all that change alike. */
    void saveHands(EnterpriseId enterprise, Collection<Conversation> conversations);

    /** Those members may look at those conversations later. One batch. */
    void rememberHandled(Collection<Handled> handled);

    /** The owner has been told that these ended unanswered. */
    void markUnansweredTold(EnterpriseId enterprise, MemberId owner, Collection<ConversationId> conversations);

    /** The open conversations of an owner, in the order of their ids, without locking them. */
    List<Conversation> openOf(EnterpriseId enterprise, MemberId owner);
}
