package dev.fenliu.accounts;

import java.util.Map;

/** What is open right now. Asked by the pages of members and shops, answered by whoever keeps the conversations. */
public interface OpenChats {
    /** How many conversations each member owns, read or not, by shop; whoever has none is absent. One statement. */
    Map<MemberId, Map<ShopId, Integer>> owned(EnterpriseId enterprise);

    /** How things stand in each shop; shops where nothing is open are absent. One statement. */
    Map<ShopId, Standing> byShop(EnterpriseId enterprise);

    /**
     * The open conversations of one shop.
     *
     * @param owned those that somebody has
     * @param waiting those in the staging area
     */
    record Standing(int owned, int waiting) {
        public static final Standing NOTHING = new Standing(0, 0);
    }
}
