package dev.fenliu.analytics.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.application.Details.About;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Credited;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Reach;
import dev.fenliu.analytics.domain.Reach.Span;
import dev.fenliu.chatgroups.ChatSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the statistics whose figures are followed.
 *
 * @param about null for what all rows add up to
 * @param credited whose facts it counts
 * @param source null for all
 */
record FollowedRow(
        Scope scope,
        By by,
        @Nullable About about,
        Credited credited,
        @Nullable ChatSource source,
        Period period) {
    /** The shops, by the clock of their days: a shop's are its own where shops are told apart. */
    Map<ZoneId, Set<ShopId>> zones() {
        return by == By.SHOPS
                ? scope.shops().stream().collect(groupingBy(Shop::zone, mapping(Shop::id, toSet())))
                : Map.of(scope.home(), scope.shops().stream().map(Shop::id).collect(toSet()));
    }

    Reach reach() {
        return new Reach(
                zones().entrySet().stream()
                        .map(it -> Span.of(it.getValue(), period, it.getKey()))
                        .toList(),
                credited,
                source);
    }
}
