package dev.fenliu.analytics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fenliu.analytics.domain.Tally;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A tally as programs read it; seconds are absent where nobody was answered, and the rate where nobody wrote.
 *
 * @param responseRate the part of the conversations that was answered within twelve hours, from 0 to 1
 * @param rating how many stars buyers gave on average, from 1 to 5
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Counts(
        int closed,
        int closedByHand,
        int closedBySystem,
        int unanswered,
        int conversations,
        int newBuyers,
        int returningBuyers,
        int answeredInTime,
        @Nullable BigDecimal responseRate,
        @Nullable Integer firstResponseMedianSeconds,
        @Nullable Integer firstResponseP90Seconds,
        @Nullable Integer responseMedianSeconds,
        @Nullable Integer responseP90Seconds,
        int responses,
        int forwardedIn,
        int forwardedOut,
        int ratings,
        @Nullable BigDecimal rating) {
    static Counts of(Tally tally) {
        return new Counts(
                tally.closed(),
                tally.closedByHand(),
                tally.closedBySystem(),
                tally.unanswered(),
                tally.opened(),
                tally.fromNewBuyers(),
                tally.cameBack(),
                tally.inTime(),
                tally.responseRate().orElse(null),
                tally.first().median().orElse(null),
                tally.first().p90().orElse(null),
                tally.waits().median().orElse(null),
                tally.waits().p90().orElse(null),
                tally.waits().count(),
                tally.forwardedIn(),
                tally.forwardedOut(),
                tally.ratings(),
                tally.rating().orElse(null));
    }
}
