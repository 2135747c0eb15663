package dev.fenliu.analytics.web;

import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Excerpt.Order;
import dev.fenliu.analytics.domain.Sums;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The columns of the statistics (統計數據). */
enum Metric {
    OPENED(Kind.COUNT, 0),
    NEW(Kind.COUNT, 0),
    RETURNING(Kind.COUNT, 0),
    BY_HAND(Kind.COUNT, 0),
    BY_SYSTEM(Kind.COUNT, 0),
    UNANSWERED(Kind.COUNT, -1),
    FIRST(Kind.SECONDS, -1),
    FIRST_P90(Kind.SECONDS, -1),
    RESPONSE(Kind.SECONDS, -1),
    RESPONSE_P90(Kind.SECONDS, -1),
    RATE(Kind.FRACTION, 1),
    ONLINE(Kind.HOURS, 0),
    HIDDEN(Kind.HOURS, 0),
    FORWARDED_IN(Kind.COUNT, 0),
    FORWARDED_OUT(Kind.COUNT, 0),
    RATING(Kind.STARS, 1),
    RATINGS(Kind.COUNT, 0);

    /** How a figure is written. */
    enum Kind {
        COUNT,
        SECONDS,
        FRACTION,
        HOURS,
        STARS
    }

    private final Kind kind;
    private final int better;

    Metric(Kind kind, int better) {
        this.kind = kind;
        this.better = better;
    }

    Kind kind() {
        return kind;
    }

    /** 1 when more is better, -1 when less is, 0 when it is neither. */
    int better() {
        return better;
    }

    /** Figures are looked at from the top, times from the shortest. */
    boolean startsDescending() {
        return kind != Kind.SECONDS;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with that code, the conversations begun unless it names another. */
    static Metric named(@Nullable String code) {
        return Stream.of(values())
                .filter(metric -> metric.code().equals(code))
                .findFirst()
                .orElse(OPENED);
    }

    /** Those that can be told: a source has no hours. */
    static List<Metric> of(By by) {
        return Stream.of(values())
                .filter(metric -> by != By.SOURCES || metric.kind != Kind.HOURS)
                .toList();
    }

    /** What stands above it in a file. */
    String head(MessageSource words, Locale locale) {
        var name = words.getMessage("statistics." + code(), null, locale);
        return kind == Kind.SECONDS ? words.getMessage("statistics.in-seconds", new Object[] {name}, locale) : name;
    }

    /** As programs read it; empty when there is none. */
    String plainly(Sums sums) {
        return in(sums).map(BigDecimal::toPlainString).orElse("");
    }

    Optional<BigDecimal> in(Sums sums) {
        var tally = sums.tally();
        var hours = Optional.ofNullable(sums.hours());
        return switch (this) {
            case OPENED -> number(tally.opened());
            case NEW -> number(tally.fromNewBuyers());
            case RETURNING -> number(tally.cameBack());
            case BY_HAND -> number(tally.closedByHand());
            case BY_SYSTEM -> number(tally.closedBySystem());
            case UNANSWERED -> number(tally.unanswered());
            case FIRST -> tally.first().median().flatMap(Metric::number);
            case FIRST_P90 -> tally.first().p90().flatMap(Metric::number);
            case RESPONSE -> tally.waits().median().flatMap(Metric::number);
            case RESPONSE_P90 -> tally.waits().p90().flatMap(Metric::number);
            case RATE -> tally.responseRate();
            case ONLINE -> hours.map(it -> it.online());
            case HIDDEN -> hours.map(it -> it.hidden());
            case FORWARDED_IN -> number(tally.forwardedIn());
            case FORWARDED_OUT -> number(tally.forwardedOut());
            case RATING -> tally.rating();
            case RATINGS -> number(tally.ratings());
        };
    }

    /** What a figure of it is followed to; null for hours. */
    @Nullable
    Behind behind() {
        return switch (this) {
            case OPENED, RATE -> Behind.OPENED;
            case NEW -> Behind.NEW;
            case RETURNING -> Behind.RETURNING;
            case BY_HAND -> Behind.BY_HAND;
            case BY_SYSTEM -> Behind.BY_SYSTEM;
            case UNANSWERED -> Behind.UNANSWERED;
            case FIRST, FIRST_P90 -> Behind.FIRST;
            case RESPONSE, RESPONSE_P90 -> Behind.REPLIED;
            case FORWARDED_IN -> Behind.FORWARDED_IN;
            case FORWARDED_OUT -> Behind.FORWARDED_OUT;
            case RATING, RATINGS -> Behind.RATED;
            case ONLINE, HIDDEN -> null;
        };
    }

    /** In which order one wants to see it: what could have been better first. */
    Order order() {
        return switch (this) {
            case FIRST, FIRST_P90, RESPONSE, RESPONSE_P90 -> Order.LONGEST;
            case RATING -> Order.LOWEST;
            default -> Order.NEWEST;
        };
    }

    private static Optional<BigDecimal> number(int count) {
        return Optional.of(BigDecimal.valueOf(count));
    }
}
