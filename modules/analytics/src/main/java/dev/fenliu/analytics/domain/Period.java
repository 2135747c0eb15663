package dev.fenliu.analytics.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days in a row, both ends included, a year at most. */
public record Period(LocalDate from, LocalDate to) {
    public static final int LONGEST = 366;
    private static final int USUAL = 7;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /**
     * Reads two dates such as {@code 2026-03-19}; without them the last seven days. Throws {@link UnknownPeriod}.
     *
     * @param latest the last date that has come in any of the places that are looked at
     */
    public static Period asked(@Nullable String from, @Nullable String to, LocalDate today, LocalDate latest) {
        var last = date("to", to, today);
        if (last.isAfter(latest) || last.isBefore(FIRST)) {
            throw new UnknownPeriod("to", last.toString());
        }
        var usual = last.minusDays(USUAL - 1);
        var first = date("from", from, usual.isBefore(FIRST) ? FIRST : usual);
        if (first.isAfter(last) || first.isBefore(FIRST)) {
            throw new UnknownPeriod("from", first + " – " + last);
        }
        var period = new Period(first, last);
        if (period.length() > LONGEST) {
            throw new UnknownPeriod("from", first + " – " + last);
        }
        return period;
    }

    private static LocalDate date(String field, @Nullable String given, LocalDate otherwise) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException noDate) {
            throw new UnknownPeriod(field, given);
        }
    }

    /** As many days that end with that one. */
    public static Period lastDays(int days, LocalDate last) {
        return new Period(last.minusDays(days - 1L), last);
    }

    public int length() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    /** As many days, just before. */
    public Period before() {
        return lastDays(length(), from.minusDays(1));
    }

    public boolean includes(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** Its days in pieces of a month at most, in their order. */
    public List<Period> pieces() {
        return Stream.iterate(from, start -> !start.isAfter(to), start -> start.plusDays(31))
                .map(start -> new Period(start, earlier(start.plusDays(30), to)))
                .toList();
    }

    public Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
