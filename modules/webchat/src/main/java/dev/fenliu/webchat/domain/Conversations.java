package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.MessageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conversations and what was said in them. What is going to be changed is locked first, always in the same order: the
 * buyer, then the conversation.
 */
public interface Conversations {
    /** A buyer and the latest conversation with the shop. */
    record Chat(Buyer buyer, Conversation latest) {}

    /** Locks the buyer and the latest conversation; empty for somebody who never wrote. One statement. */
    Optional<Chat> lockLatest(EnterpriseId enterprise, ShopId shop, String buyer);

    /** Locks the buyer and the conversation. Throws {@link UnknownConversation}. */
    Conversation lock(EnterpriseId enterprise, ConversationId conversation);

    /** Reads conversations that the transaction has locked, or locks them, in the order of their ids. One statement. */
    List<Conversation> lockAll(EnterpriseId enterprise, Collection<ConversationId> conversations);

    /** Keeps a buyer who writes for the first time. */
    void addFirst(Buyer buyer, Instant now);

    /** Keeps a buyer's name and latest conversation. */
    void save(Buyer buyer);

    void add(Conversation conversation);

    void save(Conversation conversation);

    /** Keeps all of them. One batch. */
    void saveAll(Collection<Conversation> conversations);

    /** Keeps a line. The key of the shop's side, if there is one, is unique in the shop. */
    void append(Conversation conversation, Message line, @Nullable String externalId);

    /** Keeps an agent's line. Its key, if there is one, is unique in the conversation. */
    void appendReply(Conversation conversation, Message line, @Nullable String key);

    /** The buyer's messages between those two lines were read then. */
    void stampRead(Conversation conversation, long afterSeq, long upToSeq, Instant now);

    Optional<Message> message(Conversation conversation, MessageId message);

    Optional<Message> replyWith(Conversation conversation, String key);

    /** Which line a key of the shop's side belongs to. */
    Optional<Received> receivedAs(EnterpriseId enterprise, ShopId shop, String externalId);

    /** That member had the conversation once and may look at it later. */
    void rememberHandled(Collection<Handled> handled);

    /** A member who had a conversation once. */
    record Handled(MemberId member, ConversationId conversation) {}

    /** The open conversations of an owner, in the order of their ids. */
    List<ConversationId> openOf(EnterpriseId enterprise, MemberId owner);
}
