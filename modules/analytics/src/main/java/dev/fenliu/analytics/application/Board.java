package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.ShopRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one asker may see of the performance data at one moment.
 *
 * @param day the day counted: the shop's own if only one was asked for, else the enterprise's
 * @param onlyOwn whether the asker sees no more than their own row
 * @param shop the only shop counted; null for all that the asker may see
 * @param shops a row for each shop counted, in the order of their creation; empty for who sees only their own row
 * @param choosable the shops that the asker may choose from
 * @param overseen the shops whose conversations the asker may read (檢視全部對話), counted here or not
 * @param tended the shops whose staging area the asker may open (改派), counted here or not
 */
public record Board(
        Instant asOf,
        Day day,
        boolean onlyOwn,
        @Nullable Shop shop,
        List<AgentRow> agents,
        List<ShopRow> shops,
        List<Shop> choosable,
        Set<ShopId> overseen,
        Set<ShopId> tended) {
    /** Whether the figures of now belong to it. */
    public boolean live() {
        return day.includes(asOf);
    }
}
