package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a conversation.
 *
 * @param seq 1, 2, 3 … within the conversation, without gaps: what lines are ordered by
 * @param buyerCount how many of the buyer's messages there are up to this line, itself included
 * @param member the agent who wrote it or, of a system line, who caused it
 * @param recipient to whom the conversation went, on the system line that says so
 * @param notice what a system line says
 * @param text what was written; on a system line the note, if there is one
 * @param readAt when the other side first read it: an agent the buyer's, the buyer an agent's; null for system lines
 */
public record Message(
        MessageId id,
        ConversationId conversation,
        ShopId shop,
        long seq,
        int buyerCount,
        Sender sender,
        @Nullable MemberId member,
        @Nullable MemberId recipient,
        @Nullable Notice notice,
        String text,
        @Nullable Card card,
        Instant at,
        @Nullable Instant readAt) {
    /** Whether only agents see it. */
    public boolean internal() {
        return notice != null && notice.internal();
    }

    public Position position() {
        return new Position(conversation, seq);
    }
}
