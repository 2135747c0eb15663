package dev.fenliu.analytics.web;

import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.Figures;
import dev.fenliu.analytics.domain.ShopRow;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row as the page lists it: of a person or of a shop, exactly one of them given.
 *
 * @param about what it can be found by beside its name
 */
record Line(
        String id,
        String name,
        String about,
        Figures figures,
        @Nullable AgentRow agent,
        @Nullable ShopRow shop) {
    static Line of(AgentRow row) {
        var member = row.member();
        return new Line(member.id().toString(), member.name(), member.login(), row.figures(), row, null);
    }

    static Line of(ShopRow row) {
        var shop = row.shop();
        return new Line(shop.id().toString(), shop.name(), shop.region(), row.figures(), null, row);
    }

    /** By a part of its name or of what it is about, or by its id. */
    boolean isFoundBy(String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return name.toLowerCase(Locale.ROOT).contains(wanted)
                || about.toLowerCase(Locale.ROOT).contains(wanted)
                || id.equals(words);
    }

    boolean isMain() {
        return agent != null && agent.member().main();
    }

    @Nullable
    Integer staged() {
        return shop == null ? null : shop.staged();
    }
}
