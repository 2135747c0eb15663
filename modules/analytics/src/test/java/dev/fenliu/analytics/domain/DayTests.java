package dev.fenliu.analytics.domain;

import static dev.fenliu.analytics.domain.DashboardFixtures.NEW_YORK;
import static dev.fenliu.analytics.domain.DashboardFixtures.TAIPEI;
import static dev.fenliu.analytics.domain.DashboardFixtures.THURSDAY;
import static dev.fenliu.analytics.domain.DashboardFixtures.taipei;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTests {
    @Test
    void aDayBeginsAtItsOwnMidnightAndEndsBeforeTheNext() {
        assertThat(THURSDAY.includes(taipei("2026-03-18T23:59:59.999999"))).isFalse();
        assertThat(THURSDAY.includes(taipei("2026-03-19T00:00"))).isTrue();
        assertThat(THURSDAY.includes(taipei("2026-03-19T23:59:59.999999"))).isTrue();
        assertThat(THURSDAY.includes(taipei("2026-03-20T00:00"))).isFalse();
    }

    @Test
    void theSameMomentIsAnotherDayElsewhere() {
        var moment = Instant.parse("2026-03-19T01:00:00Z");

        assertThat(Day.at(moment, TAIPEI).date()).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(Day.at(moment, NEW_YORK).date()).isEqualTo(LocalDate.of(2026, 3, 18));
    }
}
