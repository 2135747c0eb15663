package dev.fenliu.webhooks.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt: the status with which the receiver answered, or what kept it from answering.
 *
 * @param status null if there was no answer
 * @param trouble null if there was one
 */
public record Outcome(@Nullable Integer status, @Nullable Trouble trouble) {
    private static final int GONE = 410;

    public static Outcome answered(int status) {
        return new Outcome(status, null);
    }

    public static Outcome unanswered(Trouble trouble) {
        return new Outcome(null, trouble);
    }

    /** What the delivery is from now on, and when it is tried again. */
    public Delivery.Standing standing(int attempts, Instant now) {
        if (status != null && status >= 200 && status < 300) return Delivery.Standing.over(DeliveryState.DELIVERED);
        if (status != null && status == GONE) return Delivery.Standing.over(DeliveryState.FAILED);
        return BackOff.after(attempts)
                .map(pause -> new Delivery.Standing(DeliveryState.PENDING, now.plus(pause)))
                .orElseGet(() -> Delivery.Standing.over(DeliveryState.FAILED));
    }
}
