package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Shop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role wished for somebody in a shop, both named by id or by name; shop {@code *} means every one. */
public record GrantWish(String shop, String role) {
    public static final String EVERY_SHOP = "*";

    /** What the wishes come to, if whoever gives may give them; null is the enterprise itself. */
    public static List<Grant> granted(List<GrantWish> wishes, EnterpriseSnapshot enterprise, @Nullable MemberId giver) {
        return wishes.stream()
                .map(wish -> wish.grantedBy(enterprise, giver))
                .distinct()
                .toList();
    }

    private Grant grantedBy(EnterpriseSnapshot enterprise, @Nullable MemberId giver) {
        var given = enterprise.roleNamed(role).orElseThrow(() -> new RoleNotFound(role));
        var grant = new Grant(
                given.id(), shop.equals(EVERY_SHOP) ? null : shopOf(enterprise).id());
        if (giver != null && !enterprise.mayGrant(giver, grant)) throw new MayNotGrant(given.name());
        return grant;
    }

    private Shop shopOf(EnterpriseSnapshot enterprise) {
        return enterprise.shopNamed(shop).orElseThrow(() -> new ShopNotFound(shop));
    }
}
