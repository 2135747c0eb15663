package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.routing.domain.DecisionLog;
import dev.fenliu.routing.domain.DecisionLog.Entry;
import dev.fenliu.routing.domain.DecisionLog.Place;
import dev.fenliu.routing.domain.Stagings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells why a conversation went where it went. */
@Service
public class ExplainDecisions {
    private final DecisionLog log;
    private final Stagings stagings;

    ExplainDecisions(DecisionLog log, Stagings stagings) {
        this.log = log;
        this.stagings = stagings;
    }

    /**
     * The newest first; none for one that waits for its first. Throws {@link UnknownConversation}.
     *
     * @param below older than that place; null for the newest
     */
    @Transactional(readOnly = true)
    public List<Entry> of(EnterpriseId enterprise, ConversationId conversation, @Nullable Place below, int limit) {
        var entries = log.of(enterprise, conversation, below, limit);
        if (entries.isEmpty() && below == null && !stagings.has(enterprise, conversation)) {
            throw new UnknownConversation();
        }
        return entries;
    }
}
