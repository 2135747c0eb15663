package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.application.Statistics.DayPoint;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Timeline;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person's day, down to what its figures are made of, and the days before it.
 *
 * @param own whether it is the asker's own
 * @param only the only shop counted, whose day it is; null for all that the asker may see
 * @param sums what the deeds and the parts of the timeline add up to
 * @param deeds newest first
 * @param shops where the deeds were done
 * @param names the buyers of the conversations that the asker may read
 * @param days the days of {@code trend}, in their order; none where the day alone was asked for
 * @param reasons why conversations went to them in those days, most frequent first; none where the day alone was asked for
 */
public record Person(
        Member member,
        Instant asOf,
        boolean own,
        @Nullable Shop only,
        Timeline timeline,
        Sums sums,
        List<Deed> deeds,
        Map<ShopId, Shop> shops,
        ReadRights readable,
        Map<ConversationId, String> names,
        Period trend,
        List<DayPoint> days,
        Map<Reason, Integer> reasons) {
    /** The last day that can be looked at. */
    public LocalDate today() {
        return Day.at(asOf, timeline.day().zone()).date();
    }

    /** Whether it goes on: more may happen that day. */
    public boolean live() {
        return timeline.day().includes(asOf);
    }

    Person with(List<DayPoint> before, Map<Reason, Integer> why) {
        return new Person(member, asOf, own, only, timeline, sums, deeds, shops, readable, names, trend, before, why);
    }
}
