package dev.fenliu.analytics.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Which day is asked for.
 *
 * @param date the same everywhere; null for today, which each place has for itself
 */
public record Calendar(@Nullable LocalDate date, Instant now) {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** Reads a date such as {@code 2026-03-19}, the latest at most; null means today. Throws {@link UnknownDate}. */
    public static Calendar asked(@Nullable String given, Instant now, LocalDate latest) {
        if (given == null) {
            return new Calendar(null, now);
        }
        try {
            var date = LocalDate.parse(given);
            if (date.isBefore(FIRST) || date.isAfter(latest)) {
                throw new UnknownDate(given);
            }
            return new Calendar(date, now);
        } catch (DateTimeParseException noDate) {
            throw new UnknownDate(given);
        }
    }

    public Day day(ZoneId zone) {
        return date == null ? Day.at(now, zone) : new Day(date, zone);
    }
}
