package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.WebchatEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of all conversations. */
public interface Messages {
    /**
     * Keeps a line.
     *
     * @param externalId what the shop's side calls it, unique in the shop
     * @param clientKey what an agent's page calls it, unique in the conversation
     */
    void append(Conversation to, Message line, @Nullable String externalId, @Nullable String clientKey);

    /** The buyer's messages between those two lines were read then. */
    void stampRead(Conversation in, long afterSeq, long upToSeq, Instant now);

    /** How long the buyer has been waiting for an answer; empty if the last word was an agent's. One statement. */
    Optional<WebchatEvent.Wait> wait(Conversation in);

    /** The buyer has seen the agents' messages up to that line. Answers how many were news. */
    int stampSeen(Conversation in, long upToSeq, Instant now);

    Optional<Message> find(EnterpriseId enterprise, MessageId id);

    /** The agent's line that was sent with that key. */
    Optional<Message> withKey(EnterpriseId enterprise, ConversationId conversation, String clientKey);

    /** What was answered to the buyer's message that the shop's side calls so. */
    Optional<Received> received(EnterpriseId enterprise, ShopId shop, String externalId);
}
