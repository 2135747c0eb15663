package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import java.util.List;

/** Why a conversation went where it went, for people. Whoever asks has checked that the reader may see it. */
public interface DecisionStories {
    /** The latest decisions first; empty for a conversation that is not the enterprise's, or not decided yet. */
    List<DecisionStory> of(EnterpriseId enterprise, ConversationId conversation, int limit);
}
