package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent may look through: the conversations they own, open or closed, and those they handled before. */
public interface Archive {
    /** The newest of them that began before that one, the newest first. */
    List<ConversationId> latest(EnterpriseId enterprise, MemberId member, @Nullable ConversationId before, int limit);

    /**
     * Of those conversations the ones in those shops whose buyer or text holds the words, the newest first. Of a
     * conversation that the member has open, the buyer's earlier ones with the shop are looked through too.
     */
    List<Found> holding(
            EnterpriseId enterprise,
            MemberId member,
            Collection<ShopId> shops,
            Collection<ConversationId> among,
            String words,
            int limit);
}
