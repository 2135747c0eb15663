package dev.fenliu.analytics.web;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the dashboard can be sorted by: the handbook's columns, how soon buyers are answered, and the staging area. */
enum Column {
    NAME,
    CLOSED,
    OPEN,
    UNREAD,
    STAGED,
    FIRST,
    RATE,
    ONLINE,
    HIDDEN;

    /** The column that an address means; the unread ones unless it names another. */
    static Column named(@Nullable String code) {
        return Stream.of(values())
                .filter(column -> column.code().equals(code))
                .findFirst()
                .orElse(UNREAD);
    }

    /** The columns of a list. */
    static List<Column> of(boolean shops) {
        return Stream.of(values()).filter(column -> column.standsIn(shops)).toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Only shops have a staging area. */
    boolean standsIn(boolean shops) {
        return shops || this != STAGED;
    }

    /** Figures are looked at from the top, names from their beginning, waits from the shortest. */
    boolean startsDescending() {
        return this != NAME && this != FIRST;
    }

    /** Either way round, lines without the figure come last. */
    Comparator<Line> order(Locale locale, boolean descending) {
        if (this == NAME) {
            var names = Comparator.comparing(Line::name, Collator.getInstance(locale));
            return descending ? names.reversed() : names;
        }
        return Ranking.of(this::figure, descending);
    }

    /** What it says of the line, waits in seconds; empty where there is nothing to say. */
    Optional<BigDecimal> figure(Line line) {
        var figures = line.figures();
        var hours = figures.hours();
        return switch (this) {
            case NAME -> Optional.empty();
            case CLOSED -> number(figures.tally().closed());
            case OPEN -> number(figures.open());
            case UNREAD -> number(figures.unread());
            case STAGED -> number(line.staged());
            case FIRST -> figures.tally().first().median().map(BigDecimal::valueOf);
            case RATE -> figures.tally().responseRate();
            case ONLINE -> Optional.ofNullable(hours).map(it -> it.online());
            case HIDDEN -> Optional.ofNullable(hours).map(it -> it.hidden());
        };
    }

    private static Optional<BigDecimal> number(@Nullable Integer count) {
        return Optional.ofNullable(count).map(BigDecimal::valueOf);
    }
}
