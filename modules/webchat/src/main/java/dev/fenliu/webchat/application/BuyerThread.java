package dev.fenliu.webchat.application;

import dev.fenliu.routing.ConversationId;
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
 * @param rateable the conversation that has just ended and that the buyer may say something about; null if there is none
 * @param blocked whether the shop takes no messages from this buyer
 */
public record BuyerThread(
        @Nullable BuyerId buyer,
        @Nullable ConversationState state,
        List<BuyerLine> lines,
        @Nullable Position older,
        @Nullable ConversationId rateable,
        boolean blocked) {
    /** Of somebody whom the shop does not know. */
    static final BuyerThread NEVER_WROTE = new BuyerThread(null, null, List.of(), null, null, false);
}
