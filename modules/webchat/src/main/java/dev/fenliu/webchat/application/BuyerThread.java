package dev.fenliu.webchat.application;

import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer sees of the chat with a shop, the oldest line first.
 *
 * @param buyer whom live lines are addressed to; null for somebody who never wrote
 * @param state how the latest conversation stands; null for somebody who never wrote
 * @param older where older lines end; null if there are none
 */
public record BuyerThread(
        @Nullable BuyerId buyer,
        @Nullable ConversationState state,
        List<BuyerLine> lines,
        @Nullable Position older) {}
