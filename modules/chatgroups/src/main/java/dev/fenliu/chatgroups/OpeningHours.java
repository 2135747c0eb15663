package dev.fenliu.chatgroups;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** When a shop answers chats, by weekday, in its own time zone. A day that is not named is closed. */
public record OpeningHours(Map<DayOfWeek, Span> days) {
    /** Monday to Sunday, nine to six: what a form begins with. */
    public static final OpeningHours USUAL = everyDay(new Span(LocalTime.of(9, 0), LocalTime.of(18, 0)));

    public OpeningHours {
        var sorted = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        sorted.putAll(days);
        days = sorted;
    }

    /**
     * From then, inclusive, to then, exclusive. Ends on the next day if it does not end after it begins: the same time
     * twice is the whole day.
     */
    public record Span(LocalTime from, LocalTime to) {
        boolean passesMidnight() {
            return !to.isAfter(from);
        }

        boolean holds(LocalTime time) {
            return !time.isBefore(from) && (passesMidnight() || time.isBefore(to));
        }

        /** Of the day after. */
        boolean stillHolds(LocalTime time) {
            return passesMidnight() && time.isBefore(to);
        }
    }

    public boolean isOpen(Instant at, ZoneId zone) {
        var here = at.atZone(zone);
        var time = here.toLocalTime();
        var today = of(here.getDayOfWeek());
        var yesterday = of(here.getDayOfWeek().minus(1));
        return today.filter(span -> span.holds(time)).isPresent()
                || yesterday.filter(span -> span.stillHolds(time)).isPresent();
    }

    public Optional<Span> of(DayOfWeek day) {
        return Optional.ofNullable(days.get(day));
    }

    private static OpeningHours everyDay(Span span) {
        var days = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) days.put(day, span);
        return new OpeningHours(days);
    }
}
