package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.AutomaticReplies;

/** The automatic replies of the shops of an enterprise. */
public interface Replies {
    /** {@link AutomaticReplies#NONE} for a shop that never set any up. One statement. */
    AutomaticReplies of(EnterpriseId enterprise, ShopId shop);

    /** One statement. */
    void save(EnterpriseId enterprise, ShopId shop, AutomaticReplies replies);
}
