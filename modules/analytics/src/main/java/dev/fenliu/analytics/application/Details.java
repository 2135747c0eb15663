package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.analytics.domain.Excerpt;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.routing.ConversationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a figure.
 *
 * @param about the row of the figure; null for what all rows add up to
 * @param shop the only shop counted; null for all that the asker may see
 * @param own whether the asker sees no more than what is their own
 * @param figures how many facts there are behind each figure of the row
 * @param deeds a part of the facts behind the one that is followed; as many as that figure says in all parts
 * @param excerpt which part
 * @param names the buyers of the conversations that the asker may read
 */
public record Details(
        By by,
        @Nullable About about,
        Instant asOf,
        @Nullable Shop shop,
        boolean own,
        Period period,
        ZoneId home,
        Map<Behind, Integer> figures,
        Behind behind,
        List<Deed> deeds,
        Excerpt excerpt,
        Map<ShopId, Shop> shops,
        Map<MemberId, Member> people,
        ReadRights readable,
        Map<ConversationId, String> names) {
    /**
     * What a row is about.
     *
     * @param name null for a source, whose name is a word, and for what nobody has had or those in no group did
     * @param place the shop of a group; null for others
     */
    public record About(
            String id, @Nullable String name, @Nullable String place) {}

    /** The date that it is where the days are counted. */
    public LocalDate today() {
        return Day.at(asOf, home).date();
    }

    /** How many facts there are in all parts. */
    public int found() {
        return figure(behind);
    }

    /** How many facts there are behind that figure of the row. */
    public int figure(Behind other) {
        return figures.getOrDefault(other, 0);
    }

    /** When it was, by the clock that its day is counted by. */
    public ZonedDateTime at(Deed deed) {
        return deed.at().atZone(by == By.SHOPS ? shopOf(deed).zone() : home);
    }

    public Shop shopOf(Deed deed) {
        return Objects.requireNonNull(shops.get(deed.shop()));
    }
}
