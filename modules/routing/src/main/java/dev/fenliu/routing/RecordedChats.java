package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How chats went that really came. Asked by simulations, answered by whoever keeps the conversations. */
public interface RecordedChats {
    /** Those of the enterprise, the oldest first; others are absent. One statement. */
    List<Recorded> of(EnterpriseId enterprise, Collection<ConversationId> conversations);

    /**
     * A chat as it came.
     *
     * @param buyer the same for everything that a buyer of the shop began
     * @param readAt when an agent first read it; null if nobody has
     * @param lastHandler of the buyer's conversation before; null for the first one, or if nobody had that
     * @param lastTalkedAt the last message of the conversation before; null for the first one
     */
    record Recorded(
            ConversationId conversation,
            long buyer,
            ChatSource source,
            Instant openedAt,
            @Nullable Instant readAt,
            @Nullable MemberId lastHandler,
            @Nullable Instant lastTalkedAt) {}
}
