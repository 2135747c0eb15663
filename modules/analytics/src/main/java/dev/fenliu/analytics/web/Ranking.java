package dev.fenliu.analytics.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** The order of what has a figure, with what has none at the end. */
final class Ranking {
    private Ranking() {}

    static <T> Comparator<T> of(Function<T, Optional<BigDecimal>> figure, boolean descending) {
        Comparator<T> having = Comparator.comparing(it -> figure.apply(it).orElse(BigDecimal.ZERO));
        Comparator<T> lacking = Comparator.comparing(it -> figure.apply(it).isEmpty());
        return lacking.thenComparing(descending ? having.reversed() : having);
    }
}
