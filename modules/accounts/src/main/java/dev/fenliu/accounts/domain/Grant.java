package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.ShopId;
import org.jspecify.annotations.Nullable;

/**
 * A role as a member holds it.
 *
 * @param shop null for every shop, also those to come
 */
public record Grant(RoleId role, @Nullable ShopId shop) {
    public boolean everywhere() {
        return shop == null;
    }
}
