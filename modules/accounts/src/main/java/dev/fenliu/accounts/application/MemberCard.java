package dev.fenliu.accounts.application;

import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.domain.EnterpriseSnapshot;
import dev.fenliu.accounts.domain.Grant;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member with the roles they hold. */
public record MemberCard(Member member, List<Held> roles) {
    /** A role in a shop; null is every shop. */
    public record Held(Role role, @Nullable Shop shop) {}

    /** Such as {@code 聊聊客服@賣場A, 財務@*}. */
    String rolesInWords() {
        return roles.stream()
                .map(it -> it.role().name() + "@"
                        + (it.shop() == null ? GrantWish.EVERY_SHOP : it.shop().name()))
                .collect(joining(", "));
    }

    static MemberCard of(Member member, EnterpriseSnapshot enterprise) {
        var held = enterprise.grantsOf(member.id()).stream()
                .map(grant -> held(grant, enterprise))
                .toList();
        return new MemberCard(member, held);
    }

    private static Held held(Grant grant, EnterpriseSnapshot enterprise) {
        var shop = Optional.ofNullable(grant.shop()).flatMap(enterprise::shop).orElse(null);
        return new Held(enterprise.role(grant.role()).orElseThrow(), shop);
    }
}
