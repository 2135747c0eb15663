package dev.fenliu.analytics.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One day of a place, from midnight to midnight of its own clocks: 23 or 25 hours long when they are changed.
 *
 * @param ends the first moment of the next day
 */
public record Day(LocalDate date, ZoneId zone, Instant begins, Instant ends) {
    public Day(LocalDate date, ZoneId zone) {
        this(
                date,
                zone,
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The day that it is there at that moment. */
    public static Day at(Instant moment, ZoneId zone) {
        return new Day(LocalDate.ofInstant(moment, zone), zone);
    }

    /** What the clocks there say, from 0 to 23. */
    public int hourAt(Instant moment) {
        return moment.atZone(zone).getHour();
    }

    public boolean includes(Instant moment) {
        return !moment.isBefore(begins) && moment.isBefore(ends);
    }
}
