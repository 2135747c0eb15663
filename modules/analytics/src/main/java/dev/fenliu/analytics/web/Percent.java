package dev.fenliu.analytics.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of a whole as people read them, such as 97.4%. */
final class Percent {
    private Percent() {}

    /** Of a part from 0 to 1. */
    static String of(BigDecimal fraction) {
        return points(fraction) + "%";
    }

    /** Of a whole that is not 0. */
    static String of(int part, int whole) {
        return of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
    }

    static BigDecimal points(BigDecimal fraction) {
        return fraction.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }
}
