package dev.fenliu.webchat;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** How conversations began. */
public interface Arrivals {
    /** Of those conversations; unknown ones are absent. One statement. */
    List<Arrival> of(EnterpriseId enterprise, Collection<ConversationId> conversations);

    /**
     * A buyer's first message.
     *
     * @param returning whether the buyer had written to the shop in an earlier conversation
     */
    record Arrival(ConversationId conversation, ShopId shop, ChatSource source, boolean returning, Instant openedAt) {}
}
