package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.domain.Decisions;
import dev.fenliu.routing.domain.Decisions.Logged;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells why a conversation went where it went. */
@Service
public class ExplainDecisions {
    private final Decisions decisions;

    ExplainDecisions(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Newest first; empty for a conversation that is not the enterprise's, or not decided yet. */
    @Transactional(readOnly = true)
    public List<Logged> of(EnterpriseId enterprise, ConversationId conversation) {
        return decisions.of(enterprise, conversation);
    }
}
