package dev.fenliu.analytics.web;

import dev.fenliu.analytics.domain.Sums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a table shows it, and how it has changed since the period before.
 *
 * @param value as programs read it, for charts; empty when there is none
 * @param text as people read it; null where {@code spell} is given
 * @param change such as +12%, or +1.5 of {@link #points}; null when there was nothing before, or the same
 * @param same whether there was the same before
 * @param tone whether the change is good, bad or neither
 */
record Cell(
        Metric metric,
        String value,
        @Nullable String text,
        @Nullable Spell spell,
        @Nullable String change,
        boolean same,
        String tone) {
    private static final String NONE = "–";

    // What is many times what it was is not worth its digits.
    private static final BigDecimal MOST = BigDecimal.valueOf(999);

    static Cell of(Metric metric, Sums now, Sums before) {
        var value = metric.in(now).orElse(null);
        if (value == null) {
            return new Cell(metric, "", NONE, null, null, false, "");
        }
        var earlier = metric.in(before).orElse(null);
        return new Cell(
                metric,
                value.toPlainString(),
                text(metric, value),
                metric.kind() == Metric.Kind.SECONDS ? Spell.of(value.intValue()) : null,
                earlier == null ? null : change(metric, value, earlier),
                earlier != null && value.compareTo(earlier) == 0,
                earlier == null ? "" : tone(metric, value.compareTo(earlier)));
    }

    /** Whether it changes by points, which have a word of their own. */
    public boolean points() {
        return metric.kind() == Metric.Kind.FRACTION;
    }

    private static @Nullable String text(Metric metric, BigDecimal value) {
        return switch (metric.kind()) {
            case COUNT -> "%,d".formatted(value.intValue());
            case SECONDS -> null;
            case FRACTION -> Percent.of(value);
            case HOURS, STARS -> value.setScale(2, RoundingMode.HALF_UP).toPlainString();
        };
    }

    // A rate changes by points, everything else by a part of what it was.
    private static @Nullable String change(Metric metric, BigDecimal now, BigDecimal before) {
        if (now.compareTo(before) == 0 || (before.signum() == 0 && metric.kind() != Metric.Kind.FRACTION)) {
            return null;
        }
        var moved = now.subtract(before);
        var change = metric.kind() == Metric.Kind.FRACTION
                ? Percent.points(moved)
                : moved.movePointRight(2).divide(before, 0, RoundingMode.HALF_UP);
        var told = (change.signum() < 0 ? "−" : "+") + change.abs().toPlainString();
        if (metric.kind() == Metric.Kind.FRACTION) {
            return told;
        }
        return change.compareTo(MOST) > 0 ? ">+" + MOST + "%" : told + "%";
    }

    private static String tone(Metric metric, int direction) {
        var good = direction * metric.better();
        return good > 0 ? "good" : good < 0 ? "bad" : "";
    }
}
