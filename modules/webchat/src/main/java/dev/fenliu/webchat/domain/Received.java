package dev.fenliu.webchat.domain;

import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;

/**
 * The answer to a buyer's message.
 *
 * @param stored false if the same message had been stored before
 */
public record Received(MessageId message, ConversationId conversation, BuyerId buyer, long seq, boolean stored) {}
