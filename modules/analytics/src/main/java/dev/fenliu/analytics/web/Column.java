package dev.fenliu.analytics.web;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
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

    private static final BigDecimal BELOW_ALL = BigDecimal.valueOf(-1);

    /** The column that an address means; the unread ones unless it names another. */
    static Column named(@Nullable String code) {
        return Stream.of(values())
                .filter(column -> column.code().equals(code))
                .findFirst()
                .orElse(UNREAD);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Figures are looked at from the top, names from their beginning. */
    boolean startsDescending() {
        return this != NAME;
    }

    Comparator<Line> ascending(Locale locale) {
        return this == NAME
                ? Comparator.comparing(Line::name, Collator.getInstance(locale))
                : Comparator.comparing(this::rank);
    }

    // Lines without the figure come as if below none.
    private BigDecimal rank(Line line) {
        var figures = line.figures();
        var hours = figures.hours();
        return switch (this) {
            case NAME -> BELOW_ALL;
            case CLOSED -> number(figures.tally().closed());
            case OPEN -> number(figures.open());
            case UNREAD -> number(figures.unread());
            case STAGED -> number(line.staged());
            case FIRST -> number(figures.tally().first().median().orElse(null));
            case RATE -> figures.tally().responseRate().orElse(BELOW_ALL);
            case ONLINE -> hours == null ? BELOW_ALL : hours.online();
            case HIDDEN -> hours == null ? BELOW_ALL : hours.hidden();
        };
    }

    private static BigDecimal number(@Nullable Integer count) {
        return count == null ? BELOW_ALL : BigDecimal.valueOf(count);
    }
}
