package dev.fenliu.analytics.domain;

import static dev.fenliu.analytics.domain.DashboardFixtures.NEW_YORK;
import static dev.fenliu.analytics.domain.DashboardFixtures.NOON;
import static dev.fenliu.analytics.domain.DashboardFixtures.TAIPEI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-19");

    @Test
    void withoutADateEachPlaceHasItsOwnToday() {
        var calendar = Calendar.asked(null, NOON, TODAY);

        assertThat(calendar.day(TAIPEI).date()).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(calendar.day(NEW_YORK).date()).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(Calendar.asked(null, NOON.minusSeconds(1), TODAY)
                        .day(NEW_YORK)
                        .date())
                .isEqualTo(LocalDate.of(2026, 3, 18));
    }

    @Test
    void aDateIsTheSameEverywhere() {
        var calendar = Calendar.asked("2026-03-01", NOON, TODAY);

        assertThat(calendar.day(NEW_YORK)).isEqualTo(new Day(LocalDate.of(2026, 3, 1), NEW_YORK));
    }

    @Test
    void todayIsADateLikeAnyOther() {
        assertThat(Calendar.asked("2026-03-19", NOON, TODAY).day(TAIPEI).includes(NOON))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30",
                "2026-3-9",
                "19/03/2026",
                "2026-03-20",
                "1999-12-31",
                "+999999999-12-31",
                "-999999999-01-01"
            })
    void whatIsNoDateThatHasComeIsRefused(String given) {
        assertThatExceptionOfType(UnknownDate.class).isThrownBy(() -> Calendar.asked(given, NOON, TODAY));
    }
}
