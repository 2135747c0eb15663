package dev.fenliu.analytics.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was counted (rules 8): of one day, shop, person and source, or of any number of those together.
 *
 * @param closedByHand conversations closed by a person
 * @param closedBySystem conversations closed by the system after a quiet time
 * @param unanswered those of them in which the buyer spoke last
 * @param opened conversations that began with a buyer's message
 * @param cameBack those of them by buyers who had written to the shop before
 * @param inTime those of them answered within twelve hours
 * @param forwardedOut conversations forwarded to somebody else (轉發)
 * @param forwardedIn conversations got by a forward
 * @param ratings conversations that buyers have rated
 * @param stars what they gave together, one to five each
 * @param first how long buyers waited for the first answer of a conversation
 * @param waits how long they waited for every answer, the first included
 */
public record Tally(
        int closedByHand,
        int closedBySystem,
        int unanswered,
        int opened,
        int cameBack,
        int inTime,
        int forwardedOut,
        int forwardedIn,
        int ratings,
        int stars,
        Waits first,
        Waits waits) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Waits.NONE, Waits.NONE);

    public static Tally closings(int byHand, int bySystem, int unanswered) {
        return new Tally(byHand, bySystem, unanswered, 0, 0, 0, 0, 0, 0, 0, Waits.NONE, Waits.NONE);
    }

    public static Tally arrivals(int opened, int cameBack, int inTime) {
        return new Tally(0, 0, 0, opened, cameBack, inTime, 0, 0, 0, 0, Waits.NONE, Waits.NONE);
    }

    public static Tally forwards(int out, int in) {
        return new Tally(0, 0, 0, 0, 0, 0, out, in, 0, 0, Waits.NONE, Waits.NONE);
    }

    public static Tally replies(Waits first, Waits all) {
        return new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, first, all);
    }

    // In one pass: a board adds up a tally for each person and shop.
    public static Tally sum(Collection<Tally> parts) {
        if (parts.size() < 2) return parts.isEmpty() ? NONE : parts.iterator().next();
        int byHand = 0, bySystem = 0, unanswered = 0, opened = 0, cameBack = 0, inTime = 0, out = 0, in = 0;
        int ratings = 0, stars = 0;
        var first = new ArrayList<Waits>(parts.size());
        var waits = new ArrayList<Waits>(parts.size());
        for (var part : parts) {
            byHand += part.closedByHand;
            bySystem += part.closedBySystem;
            unanswered += part.unanswered;
            opened += part.opened;
            cameBack += part.cameBack;
            inTime += part.inTime;
            out += part.forwardedOut;
            in += part.forwardedIn;
            ratings += part.ratings;
            stars += part.stars;
            first.add(part.first);
            waits.add(part.waits);
        }
        return new Tally(
                byHand,
                bySystem,
                unanswered,
                opened,
                cameBack,
                inTime,
                out,
                in,
                ratings,
                stars,
                Waits.sum(first),
                Waits.sum(waits));
    }

    public Tally plus(Tally other) {
        return sum(List.of(this, other));
    }

    public int closed() {
        return closedByHand + closedBySystem;
    }

    /** Conversations begun by buyers who had never written to the shop. */
    public int fromNewBuyers() {
        return opened - cameBack;
    }

    /** The part of the conversations that was answered within twelve hours, from 0 to 1; empty when there are none. */
    public Optional<BigDecimal> responseRate() {
        return opened == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(inTime).divide(BigDecimal.valueOf(opened), 4, RoundingMode.HALF_UP));
    }

    /** How many stars buyers gave on average, from 1 to 5; empty when nobody rated. */
    public Optional<BigDecimal> rating() {
        return ratings == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(stars).divide(BigDecimal.valueOf(ratings), 2, RoundingMode.HALF_UP));
    }

    public boolean tellsSomething() {
        return !equals(NONE);
    }
}
