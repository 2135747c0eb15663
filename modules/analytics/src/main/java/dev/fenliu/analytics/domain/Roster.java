package dev.fenliu.analytics.domain;

import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everybody of an enterprise, and who may answer chats where.
 *
 * @param people in the order in which they are listed
 * @param answering those with chat permission, by shop
 */
public record Roster(List<Member> people, Map<ShopId, Set<MemberId>> answering) {
    Set<MemberId> answeringIn(Collection<Shop> shops) {
        return shops.stream()
                .flatMap(shop -> answering.getOrDefault(shop.id(), Set.of()).stream())
                .collect(toSet());
    }
}
