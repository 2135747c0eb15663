package dev.fenliu.routing.web;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.domain.DecisionLog.Place;
import dev.fenliu.routing.domain.DecisionLog.Wanted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions somebody wants to see, as they stand in the address; what makes no sense does not matter.
 *
 * @param from the first day, of the shop's calendar
 * @param to the last day
 */
record DecisionFilter(
        @Nullable MemberId agent,
        @Nullable Reason reason,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Place below) {

    private static final int LAST_YEAR = 9_999;

    static DecisionFilter of(String agent, String reason, String from, String to, String below) {
        return new DecisionFilter(
                read(agent, MemberId::of),
                read(reason, Reason::valueOf),
                read(from, DecisionFilter::day),
                read(to, DecisionFilter::day),
                read(below, Place::of));
    }

    Wanted wanted(ZoneId zone) {
        return new Wanted(
                agent,
                reason,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                below);
    }

    public boolean isOf(MemberId member) {
        return member.equals(agent);
    }

    public boolean isEmpty() {
        return agent == null && reason == null && from == null && to == null;
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) throw new DateTimeException("no day of ours");
        return day;
    }

    private static <T> @Nullable T read(String text, Function<String, T> reader) {
        try {
            return text.isBlank() ? null : reader.apply(text.strip());
        } catch (RuntimeException senseless) {
            return null;
        }
    }
}
