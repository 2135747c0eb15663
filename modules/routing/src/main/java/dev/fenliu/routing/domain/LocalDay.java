package dev.fenliu.routing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A day by the clocks of some place. */
public record LocalDay(LocalDate date, ZoneId zone) {
    private static final int FARTHEST = 400;

    /** A day of which there may be records. Throws {@link DayOutOfReach}. */
    public static LocalDay recorded(LocalDate date, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var oldest = today.minusDays(FARTHEST);
        if (date.isBefore(oldest) || date.isAfter(today)) throw new DayOutOfReach(oldest, today);
        return new LocalDay(date, zone);
    }

    public Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    /** When the next one begins. */
    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public Instant at(LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
