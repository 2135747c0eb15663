package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversations as people look through them. Nothing is locked; pages are turned by key, never by offset. */
public interface Lists {
    /** Those of them that there are, in the order of their ids. One statement. */
    List<Listed> these(EnterpriseId enterprise, Collection<ConversationId> conversations);

    /** An owner's open conversations, the last talked in first. */
    List<Listed> desk(EnterpriseId enterprise, MemberId owner, DeskFilter filter, @Nullable DeskPlace after, int limit);

    /** How many conversations an owner has open and how many of them are unread. One statement. */
    DeskCounts counts(EnterpriseId enterprise, MemberId owner);

    /** An owner's conversations that ended unanswered and of which the owner has not been told, the latest first. */
    List<Listed> unanswered(EnterpriseId enterprise, MemberId owner, int limit);

    /**
     * Whatever fits, open or closed, the newest first.
     *
     * @param within the only shops looked through where no shop is asked for; empty for all
     */
    List<Listed> search(
            EnterpriseId enterprise, Wanted wanted, Set<ShopId> within, @Nullable ConversationId before, int limit);

    /** How many those are. Costs as much as there are, so it is asked only of those {@linkplain Wanted#living living}. */
    int count(EnterpriseId enterprise, Wanted wanted, Set<ShopId> within);
}
