package dev.fenliu.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitedTests {
    private static final Instant NOW = Instant.parse("2026-03-19T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, seconds, 0",
        "59, seconds, 59",
        "60, minutes, 1",
        "3599, minutes, 59",
        "3600, hours, 1",
        "172799, hours, 47",
        "172800, days, 2"
    })
    void aWaitIsSaidInItsLargestUnit(long seconds, String unit, long count) {
        assertThat(Waited.between(NOW.minusSeconds(seconds), NOW))
                .isEqualTo(new Waited("performance.wait." + unit, count));
    }
}
