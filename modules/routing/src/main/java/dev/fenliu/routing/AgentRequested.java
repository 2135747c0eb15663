package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation needs an agent. Said in the transaction that stored why; a conversation asks once at a time. */
public interface AgentRequested {
    EnterpriseId enterprise();

    ShopId shop();

    ConversationId conversation();

    ChatSource source();

    /** {@link Trigger#MESSAGE} for a new conversation, {@link Trigger#OWNER_GONE} for one whose owner is gone. */
    Trigger trigger();

    /** The owner who is gone; null for a new conversation. */
    @Nullable
    MemberId owner();

    /** The last handler of this buyer in this shop; null if there is none. */
    @Nullable
    MemberId lastHandler();

    /** The last message between buyer and shop before this one; null if there is none. */
    @Nullable
    Instant lastTalkedAt();

    Instant occurredAt();
}
