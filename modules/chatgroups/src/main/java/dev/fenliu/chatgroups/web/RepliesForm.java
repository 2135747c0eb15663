package dev.fenliu.chatgroups.web;

import dev.fenliu.chatgroups.AutomaticReplies;
import dev.fenliu.chatgroups.AutomaticReplies.Kind;
import dev.fenliu.chatgroups.AutomaticReplies.Reply;
import dev.fenliu.chatgroups.OpeningHours;
import dev.fenliu.chatgroups.OpeningHours.Span;
import dev.fenliu.chatgroups.domain.HoursMissing;
import dev.fenliu.chatgroups.domain.ReplyText;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Automatic replies and hours as somebody fills them in. */
record RepliesForm(List<Line> lines, List<Day> days) {
    /** One kind of reply. */
    record Line(Kind kind, boolean on, String text) {}

    /** One weekday. */
    record Day(DayOfWeek day, boolean open, String from, String to) {}

    static RepliesForm of(AutomaticReplies replies) {
        var lines = Arrays.stream(Kind.values())
                .map(kind -> new Line(
                        kind, replies.of(kind).enabled(), replies.of(kind).text()))
                .toList();
        var days = Arrays.stream(DayOfWeek.values())
                .map(day -> replies.hours()
                        .of(day)
                        .map(span -> new Day(
                                day, true, span.from().toString(), span.to().toString()))
                        .orElse(new Day(day, false, "", "")))
                .toList();
        return new RepliesForm(lines, days);
    }

    /** Reads fields such as {@code text-FIRST_MESSAGE}, {@code on-FIRST_MESSAGE}, {@code from-MONDAY}, {@code open-MONDAY}. */
    static RepliesForm read(Map<String, String> fields) {
        var lines = Arrays.stream(Kind.values())
                .map(kind -> new Line(kind, fields.containsKey("on-" + kind), fields.getOrDefault("text-" + kind, "")))
                .toList();
        var days = Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day,
                        fields.containsKey("open-" + day),
                        fields.getOrDefault("from-" + day, ""),
                        fields.getOrDefault("to-" + day, "")))
                .toList();
        return new RepliesForm(lines, days);
    }

    AutomaticReplies wish() {
        var replies = new EnumMap<Kind, Reply>(Kind.class);
        lines.forEach(line -> replies.put(line.kind(), ReplyText.of(line.kind(), line.on(), line.text())));
        var hours = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        days.stream()
                .filter(Day::open)
                .forEach(day -> hours.put(day.day(), new Span(time(day.from()), time(day.to()))));
        return new AutomaticReplies(replies, new OpeningHours(hours));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeParseException noTime) {
            throw new HoursMissing();
        }
    }
}
