package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What routing asks of whoever keeps the conversations. */
public interface Conversations {
    /** The load of every agent who has one: unread conversations over all shops, holds included. One statement. */
    Map<MemberId, Integer> loads(EnterpriseId enterprise);

    /**
     * Locks those conversations, in the order of their ids, and says how they stand. Closed ones are absent. Needs a
     * transaction. One statement.
     */
    Map<ConversationId, Standing> lock(EnterpriseId enterprise, Collection<ConversationId> conversations);

    /** How a conversation stands: its owner, null while nobody has it, and whether it is held for them. */
    record Standing(ConversationId conversation, @Nullable MemberId owner, boolean held) {}
}
