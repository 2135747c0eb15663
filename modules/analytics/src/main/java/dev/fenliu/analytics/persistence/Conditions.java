package dev.fenliu.analytics.persistence;

import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Credited;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Whose facts are meant, in the words of the database. */
final class Conditions {
    private Conditions() {}

    /**
     * What must be true of a row, with an {@code and} before it; empty for whatever.
     *
     * @param who the column of who is credited, null for nobody
     * @param parameters gets what the words mention
     */
    static String credited(Credited credited, String who, Map<String, Object> parameters) {
        return switch (credited) {
            case Credited.Anybody _ -> "";
            case Credited.Only(var member) when member == null -> "\nand %s is null".formatted(who);
            case Credited.Only(var member) -> {
                parameters.put("member", member.value());
                yield "\nand %s = :member".formatted(who);
            }
            case Credited.Grouped(var members) -> "\nand (%s)".formatted(grouped(members, who, parameters));
            case Credited.Ungrouped(var grouped) ->
                "\nand (%s is null or not (%s))".formatted(who, grouped(grouped.members(), who, parameters));
        };
    }

    private static String grouped(Map<ShopId, Set<MemberId>> members, String who, Map<String, Object> parameters) {
        var shops = members.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .toList();
        return shops.isEmpty()
                ? "false"
                : IntStream.range(0, shops.size())
                        .mapToObj(number -> {
                            var shop = shops.get(number);
                            parameters.put("shop" + number, shop.getKey().value());
                            parameters.put("members" + number, values(shop.getValue()));
                            return "shop_id = :shop%d and %s in (:members%d)".formatted(number, who, number);
                        })
                        .collect(joining(" or "));
    }

    private static List<Long> values(Set<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }
}
