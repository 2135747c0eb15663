package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Shop;
import dev.fenliu.analytics.domain.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody sees.
 *
 * @param shops whose conversations are counted
 * @param whole whether these are all the shops of the enterprise, so that whatever people do belongs to them
 * @param only the one shop asked for, if one was
 * @param onlyOwn whether the asker sees no more than their own row
 * @param choosable the shops that the asker may ask for
 * @param enterprise the clock of the enterprise
 */
record Scope(
        List<Shop> shops,
        boolean whole,
        @Nullable Shop only,
        boolean onlyOwn,
        List<Shop> choosable,
        ZoneId enterprise) {
    /** The clock that all share: that of the only shop, else the enterprise's. */
    ZoneId home() {
        return only == null ? enterprise : only.zone();
    }

    /** The last date that has come, wherever one looks from. */
    LocalDate latest(Instant now) {
        return Stream.concat(Stream.of(enterprise), shops.stream().map(Shop::zone))
                .map(zone -> Day.at(now, zone).date())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
