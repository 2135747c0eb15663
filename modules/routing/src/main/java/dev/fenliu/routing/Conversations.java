package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What routing asks of whoever keeps the conversations. */
public interface Conversations {
    /** The load of every agent who has one: unread conversations over all shops, holds included. One statement. */
    Map<MemberId, Integer> loads(EnterpriseId enterprise);

    /** The load of one of them. One statement, which reads nothing of the others. */
    int load(EnterpriseId enterprise, MemberId agent);

    /**
     * Locks those conversations, in the order of their ids, and says how they stand. Closed ones are absent. Needs a
     * transaction. One statement.
     */
    Map<ConversationId, Standing> lock(EnterpriseId enterprise, Collection<ConversationId> conversations);

    /**
     * The unread conversations that the owner has open in that shop, oldest first; in every shop if {@code shop} is null.
     * One statement.
     */
    List<Owned> unreadOf(EnterpriseId enterprise, MemberId owner, @Nullable ShopId shop);

    /** Who has open conversations, held ones included, and in which shops. One statement. */
    Map<MemberId, Set<ShopId>> owners(EnterpriseId enterprise);

    /** What the owner has open in that shop, read or not, oldest first. One statement. */
    List<Owned> openOf(EnterpriseId enterprise, MemberId owner, ShopId shop);

    /** A conversation that somebody has, with what routing needs to decide it anew. */
    record Owned(
            ConversationId conversation,
            ShopId shop,
            ChatSource source,
            @Nullable MemberId lastHandler,
            Instant lastTalkedAt) {}

    /**
     * How a conversation stands.
     *
     * @param owner null while nobody has it
     * @param held whether it is only held for the owner
     * @param unread whether it counts as the owner's load
     */
    record Standing(ConversationId conversation, @Nullable MemberId owner, boolean held, boolean unread) {}
}
