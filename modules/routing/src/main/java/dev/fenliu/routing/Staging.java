package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import java.time.Instant;
import java.util.Map;

/** What waits in the staging area (暫存區). */
public interface Staging {
    /** By shop; a shop where nothing waits is absent. */
    Map<ShopId, Waiting> waiting(EnterpriseId enterprise);

    /** How many wait, at least one, and since when the oldest. */
    record Waiting(int conversations, Instant oldestSince) {}
}
