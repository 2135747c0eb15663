package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Shop;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A role wished for somebody in a shop, both named by id or by name; shop {@code *} means every one. */
public record GrantWish(String shop, String role) {
    public static final String EVERY_SHOP = "*";

    /** What the wishes for somebody new come to. Throws {@link MayNotGrant}. */
    public static List<Grant> granted(List<GrantWish> wishes, Authority giver) {
        var grants = named(wishes, giver.enterprise());
        grants.forEach(giver::requireGrant);
        return grants;
    }

    /** Whether somebody may give all of that which there still is. */
    public static boolean mayGive(List<GrantWish> wishes, Authority giver) {
        return wishes.stream()
                .flatMap(wish -> wish.found(giver.enterprise()).stream())
                .allMatch(giver::mayGrant);
    }

    /** What the wishes for a member come to. Throws {@link MayNotGrant} for what is new or gone and not the giver's to change. */
    public static List<Grant> changed(List<GrantWish> wishes, MemberId member, Authority giver) {
        var grants = named(wishes, giver.enterprise());
        var before = giver.enterprise().grantsOf(member);
        differences(before, grants).forEach(grant -> giver.requireChange(member, grant));
        return grants;
    }

    private static List<Grant> differences(List<Grant> before, List<Grant> after) {
        return Stream.concat(
                        before.stream().filter(it -> !after.contains(it)),
                        after.stream().filter(it -> !before.contains(it)))
                .toList();
    }

    private static List<Grant> named(List<GrantWish> wishes, EnterpriseSnapshot enterprise) {
        if (wishes.size() > MemberWish.MOST_GRANTS) throw new TooManyGrants(MemberWish.MOST_GRANTS);
        return wishes.stream().map(wish -> wish.in(enterprise)).distinct().toList();
    }

    private Optional<Grant> found(EnterpriseSnapshot enterprise) {
        try {
            return Optional.of(in(enterprise));
        } catch (RoleNotFound | ShopNotFound gone) {
            return Optional.empty();
        }
    }

    private Grant in(EnterpriseSnapshot enterprise) {
        var given = enterprise.roleNamed(role).orElseThrow(() -> new RoleNotFound(role));
        return new Grant(
                given.id(), shop.equals(EVERY_SHOP) ? null : shopOf(enterprise).id());
    }

    private Shop shopOf(EnterpriseSnapshot enterprise) {
        return enterprise.shopNamed(shop).orElseThrow(() -> new ShopNotFound(shop));
    }
}
