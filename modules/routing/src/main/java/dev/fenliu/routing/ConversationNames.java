package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.chatgroups.ChatSource;
import java.util.Collection;
import java.util.Map;

/** What people call conversations. Asked by routing's pages, answered by whoever keeps the conversations. */
public interface ConversationNames {
    /** Those of the enterprise; others are absent. One statement. */
    Map<ConversationId, Named> names(EnterpriseId enterprise, Collection<ConversationId> conversations);

    /** Whose conversation it is, and where it started. */
    record Named(String buyer, ChatSource source) {}
}
