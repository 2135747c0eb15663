package dev.fenliu.app.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DatabaseClockTests {
    private Instant database = Instant.parse("2026-11-23T12:00:00.000001Z");
    private long nanos = 1_000_000;

    private final DatabaseClock clock = new DatabaseClock(() -> database, () -> nanos);

    @Test
    void showsTheTimeOfTheDatabase() {
        assertThat(clock.instant()).isEqualTo("2026-11-23T12:00:00.000001Z");
    }

    @Test
    void countsOnByItselfInMicroseconds() {
        nanos += 2_999;

        assertThat(clock.instant()).isEqualTo("2026-11-23T12:00:00.000003Z");
    }

    @Test
    void followsWhenTheDatabaseIsAhead() {
        database = database.plusSeconds(60);
        clock.refresh();

        assertThat(clock.instant()).isEqualTo("2026-11-23T12:01:00.000001Z");
    }

    @Test
    void standsStillRatherThanGoBack() {
        var before = clock.instant();
        database = database.minusSeconds(1);
        clock.refresh();

        assertThat(clock.instant()).isEqualTo(before);

        nanos += 1_000_001_000;
        assertThat(clock.instant()).isEqualTo(before.plusNanos(1_000));
    }

    @Test
    void showsTheSameInstantInEveryZone() {
        assertThat(clock.withZone(ZoneId.of("Asia/Taipei")).instant()).isEqualTo(clock.instant());
    }
}
