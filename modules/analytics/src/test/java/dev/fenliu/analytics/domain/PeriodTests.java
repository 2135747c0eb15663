package dev.fenliu.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 19);

    @Test
    void withoutDatesItIsTheLastWeek() {
        assertThat(Period.asked(null, " ", TODAY, TODAY)).isEqualTo(new Period(LocalDate.of(2026, 3, 13), TODAY));
    }

    @Test
    void itNeverBeginsBeforeThereCouldBeFigures() {
        assertThat(Period.asked(null, "2000-01-03", TODAY, TODAY))
                .isEqualTo(new Period(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        ", -999999999-01-01, to",
        ", +999999999-12-31, to",
        ", 1999-12-31, to",
        "2026-03-01, 2026-03-20, to",
        ", tomorrow, to",
        "-999999999-01-01, , from",
        "1999-12-31, 2000-01-02, from",
        "2026-03-02, 2026-03-01, from",
        "2025-03-18, 2026-03-19, from",
        "2026-02-30, , from"
    })
    void whatIsNoneIsRefusedByTheDateThatIsWrong(@Nullable String from, @Nullable String to, String field) {
        assertThatExceptionOfType(UnknownPeriod.class)
                .isThrownBy(() -> Period.asked(from, to, TODAY, TODAY))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void aDayThatHasComeSomewhereIsOne() {
        var tomorrow = TODAY.plusDays(1);

        assertThat(Period.asked(null, tomorrow.toString(), TODAY, tomorrow).to())
                .isEqualTo(tomorrow);
        assertThat(Period.asked(null, null, TODAY, tomorrow).to()).isEqualTo(TODAY);
    }
}
