package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.routing.domain.Decisions;
import dev.fenliu.routing.domain.Decisions.Logged;
import dev.fenliu.routing.domain.Stagings;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells why a conversation went where it went. */
@Service
public class ExplainDecisions {
    private final Decisions decisions;
    private final Stagings stagings;

    ExplainDecisions(Decisions decisions, Stagings stagings) {
        this.decisions = decisions;
        this.stagings = stagings;
    }

    /** Newest first; empty for one that asks for its first. Throws {@link UnknownConversation}. */
    @Transactional(readOnly = true)
    public List<Logged> of(EnterpriseId enterprise, ConversationId conversation) {
        var logged = decisions.of(enterprise, conversation);
        if (logged.isEmpty() && !stagings.has(enterprise, conversation)) {
            throw new UnknownConversation();
        }
        return logged;
    }
}
