package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.analytics.application.Details.About;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.DayHours;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind hours: everybody's of each day. From there their day leads to when exactly.
 *
 * @param about the row of the figure; null for what all rows add up to
 * @param shop the only shop counted; null for all that the asker may see
 * @param figures how many facts there are behind each figure of the row
 * @param total what the days add up to
 * @param days the newest first, and of a day the longest
 */
public record DetailsOfTime(
        By by,
        @Nullable About about,
        @Nullable Shop shop,
        Period period,
        Map<Behind, Integer> figures,
        Hours total,
        List<DayHours> days,
        Map<MemberId, Member> people) {}
