package dev.fenliu.chatgroups;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;

/** What shops answer by themselves. */
public interface ShopReplies {
    /** As of some seconds ago at the most: kept in memory, since every message asks. */
    AutomaticReplies of(EnterpriseId enterprise, ShopId shop);
}
