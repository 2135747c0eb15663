package dev.fenliu.webhooks.domain;

import static dev.fenliu.webhooks.domain.DeliveryState.DELIVERED;
import static dev.fenliu.webhooks.domain.DeliveryState.FAILED;
import static dev.fenliu.webhooks.domain.DeliveryState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTests {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 299})
    void isDeliveredWhenTheReceiverTookIt(int status) {
        assertThat(Outcome.answered(status).standing(1, NOW)).isEqualTo(new Delivery.Standing(DELIVERED, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 300, 302, 400, 404, 429, 500, 503})
    void isTriedAgainWhenTheReceiverDidNot(int status) {
        assertThat(Outcome.answered(status).standing(1, NOW))
                .isEqualTo(new Delivery.Standing(PENDING, NOW.plusSeconds(5)));
    }

    @Test
    void isGivenUpWhenTheReceiverIsGoneForGood() {
        assertThat(Outcome.answered(410).standing(1, NOW)).isEqualTo(new Delivery.Standing(FAILED, null));
    }

    @Test
    void restsLongerEachTimeUntilItIsGivenUpAfterTheEighthAttempt() {
        var silence = Outcome.unanswered(Trouble.UNREACHABLE);

        var pauses = IntStream.rangeClosed(1, 7)
                .mapToLong(attempts -> Objects.requireNonNull(
                                silence.standing(attempts, NOW).nextAt())
                        .minusMillis(NOW.toEpochMilli())
                        .getEpochSecond())
                .toArray();

        assertThat(pauses).containsExactly(5, 60, 300, 1_800, 7_200, 28_800, 86_400);
        assertThat(silence.standing(8, NOW)).isEqualTo(new Delivery.Standing(FAILED, null));
    }
}
