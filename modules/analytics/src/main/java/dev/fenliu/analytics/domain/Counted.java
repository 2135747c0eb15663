package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was counted on one day.
 *
 * @param member who is credited with it; null for conversations that nobody has had, and where people are put together
 * @param source where the conversations started; null where sources are put together
 */
public record Counted(
        LocalDate date,
        ShopId shop,
        @Nullable MemberId member,
        @Nullable ChatSource source,
        Tally tally) {}
