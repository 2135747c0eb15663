package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chats that come to a shop in some time.
 *
 * @param until what happens from then on does not matter
 * @param chats in the order of their coming
 */
public record Traffic(Instant from, Instant until, List<Chat> chats) {
    /**
     * One chat.
     *
     * @param buyer the same for all chats of a buyer
     * @param readAfter how long whoever gets it takes to read it; null if they never do
     * @param lastHandler who had the buyer's chat before these; null if nobody had
     * @param lastTalkedAt the last message before this chat; null if there is none
     */
    public record Chat(
            ConversationId id,
            long buyer,
            ChatSource source,
            Instant at,
            @Nullable Duration readAfter,
            @Nullable MemberId lastHandler,
            @Nullable Instant lastTalkedAt) {}
}
