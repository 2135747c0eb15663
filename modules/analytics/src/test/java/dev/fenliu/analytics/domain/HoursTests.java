package dev.fenliu.analytics.domain;

import static dev.fenliu.analytics.domain.DashboardFixtures.AMY;
import static dev.fenliu.analytics.domain.DashboardFixtures.NEW_YORK;
import static dev.fenliu.analytics.domain.DashboardFixtures.THURSDAY;
import static dev.fenliu.analytics.domain.DashboardFixtures.hidden;
import static dev.fenliu.analytics.domain.DashboardFixtures.online;
import static dev.fenliu.analytics.domain.DashboardFixtures.taipei;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursTests {
    @Test
    void halfAnHourOnlineAndHalfAnHourHiddenAreToldApart() {
        var hours = Hours.within(
                THURSDAY,
                List.of(
                        online(AMY, taipei("2026-03-19T09:00"), taipei("2026-03-19T09:30")),
                        hidden(AMY, taipei("2026-03-19T09:30"), taipei("2026-03-19T10:00"))));

        assertThat(hours).isEqualTo(hours("0.50", "0.50"));
    }

    @Test
    void aNightShiftIsCutAtMidnight() {
        var night = List.of(online(AMY, taipei("2026-03-18T22:00"), taipei("2026-03-19T01:30")));

        assertThat(Hours.within(THURSDAY, night)).isEqualTo(hours("1.50", "0.00"));
        assertThat(Hours.within(new Day(LocalDate.of(2026, 3, 18), THURSDAY.zone()), night))
                .isEqualTo(hours("2.00", "0.00"));
    }

    @Test
    void whatEndsAtMidnightIsOfTheDayBefore() {
        var evening = List.of(online(AMY, taipei("2026-03-18T22:00"), taipei("2026-03-19T00:00")));

        assertThat(Hours.within(THURSDAY, evening)).isEqualTo(Hours.NONE);
    }

    @Test
    void theDayOnWhichClocksGoForwardHas23Hours() {
        var sunday = new Day(LocalDate.of(2026, 3, 8), NEW_YORK);
        var always = List.of(online(AMY, Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")));

        assertThat(Hours.within(sunday, always)).isEqualTo(hours("23.00", "0.00"));
    }

    @Test
    void theDayOnWhichClocksGoBackHas25Hours() {
        var sunday = new Day(LocalDate.of(2026, 11, 1), NEW_YORK);
        var always = List.of(online(AMY, Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z")));

        assertThat(Hours.within(sunday, always)).isEqualTo(hours("25.00", "0.00"));
    }

    @Test
    void noMomentIsCountedTwiceWhenStretchesOverlap() {
        var hours = Hours.within(
                THURSDAY,
                List.of(
                        hidden(AMY, taipei("2026-03-19T10:30"), taipei("2026-03-19T12:00")),
                        online(AMY, taipei("2026-03-19T09:00"), taipei("2026-03-19T11:00")),
                        online(AMY, taipei("2026-03-19T09:30"), taipei("2026-03-19T10:00"))));

        assertThat(hours).isEqualTo(hours("2.00", "1.00"));
    }

    @Test
    void twoDecimalsAreRoundedToTheNearest() {
        var seventeenSeconds = List.of(online(AMY, taipei("2026-03-19T09:00"), taipei("2026-03-19T09:00:17")));
        var eighteenSeconds = List.of(online(AMY, taipei("2026-03-19T09:00"), taipei("2026-03-19T09:00:18")));

        assertThat(Hours.within(THURSDAY, seventeenSeconds).online()).isEqualTo("0.00");
        assertThat(Hours.within(THURSDAY, eighteenSeconds).online()).isEqualTo("0.01");
    }

    private static Hours hours(String online, String hidden) {
        return new Hours(new BigDecimal(online), new BigDecimal(hidden));
    }
}
