package dev.fenliu.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTests {
    @ParameterizedTest
    @CsvSource({"112, 100, +12%", "88, 100, −12%", "1099, 100, +999%", "1100, 100, >+999%", "40000, 1, >+999%"})
    void whatIsManyTimesWhatItWasIsToldWithoutItsDigits(int now, int before, String change) {
        assertThat(Cell.of(Metric.OPENED, begun(now, 0), begun(before, 0)).change())
                .isEqualTo(change);
    }

    @Test
    void aRateChangesByPoints() {
        var rate = Cell.of(Metric.RATE, begun(1000, 974), begun(1000, 955));

        assertThat(rate.change()).isEqualTo("+1.9");
        assertThat(rate.points()).isTrue();
        assertThat(Cell.of(Metric.OPENED, begun(2, 0), begun(1, 0)).points()).isFalse();
    }

    private static Sums begun(int opened, int inTime) {
        return new Sums(Tally.arrivals(opened, 0, inTime), null);
    }
}
