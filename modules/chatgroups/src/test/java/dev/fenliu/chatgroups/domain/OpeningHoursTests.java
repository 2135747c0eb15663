package dev.fenliu.chatgroups.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.chatgroups.OpeningHours;
import dev.fenliu.chatgroups.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningHoursTests {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    @Test
    void aDayBeginsAtItsFirstMinuteAndEndsBeforeItsLast() {
        var hours = on(DayOfWeek.MONDAY, "09:00", "18:00");

        assertThat(hours.isOpen(at("2026-11-23T08:59:59"), TAIPEI)).isFalse();
        assertThat(hours.isOpen(at("2026-11-23T09:00:00"), TAIPEI)).isTrue();
        assertThat(hours.isOpen(at("2026-11-23T17:59:59"), TAIPEI)).isTrue();
        assertThat(hours.isOpen(at("2026-11-23T18:00:00"), TAIPEI)).isFalse();
    }

    @Test
    void aDayThatIsNotNamedIsClosed() {
        assertThat(on(DayOfWeek.MONDAY, "09:00", "18:00").isOpen(at("2026-11-24T12:00:00"), TAIPEI))
                .isFalse();
        assertThat(new OpeningHours(Map.of()).isOpen(at("2026-11-23T12:00:00"), TAIPEI))
                .isFalse();
    }

    @Test
    void whatEndsBeforeItBeginsEndsOnTheNextDay() {
        var hours = on(DayOfWeek.SUNDAY, "20:00", "02:00");

        assertThat(hours.isOpen(at("2026-11-22T19:59:00"), TAIPEI)).isFalse();
        assertThat(hours.isOpen(at("2026-11-22T23:30:00"), TAIPEI)).isTrue();
        assertThat(hours.isOpen(at("2026-11-23T01:59:00"), TAIPEI)).isTrue();
        assertThat(hours.isOpen(at("2026-11-23T02:00:00"), TAIPEI)).isFalse();
        assertThat(hours.isOpen(at("2026-11-22T01:00:00"), TAIPEI)).isFalse();
    }

    @Test
    void theSameTimeTwiceIsTheWholeDay() {
        var hours = on(DayOfWeek.MONDAY, "00:00", "00:00");

        assertThat(hours.isOpen(at("2026-11-23T00:00:00"), TAIPEI)).isTrue();
        assertThat(hours.isOpen(at("2026-11-23T23:59:59"), TAIPEI)).isTrue();
        assertThat(hours.isOpen(at("2026-11-24T00:00:00"), TAIPEI)).isFalse();
    }

    private static OpeningHours on(DayOfWeek day, String from, String to) {
        return new OpeningHours(Map.of(day, new Span(LocalTime.parse(from), LocalTime.parse(to))));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(TAIPEI).toInstant();
    }
}
