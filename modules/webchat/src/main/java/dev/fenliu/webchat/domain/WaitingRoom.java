package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversations of a shop that nobody has (暫存區). */
public interface WaitingRoom {
    /** The oldest first, those after one of them, at most that many. One statement. */
    List<Listed> oldest(EnterpriseId enterprise, ShopId shop, @Nullable ConversationId after, int limit);
}
