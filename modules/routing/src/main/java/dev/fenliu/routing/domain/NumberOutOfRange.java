package dev.fenliu.routing.domain;

import dev.fenliu.accounts.Refusal;

/** A number of a simulation is not one that may be chosen. */
public final class NumberOutOfRange extends Refusal {
    private static final long serialVersionUID = 1L;

    public NumberOutOfRange(String field, long least, long most) {
        super(Kind.INVALID, "number-out-of-range", field, least, most);
    }

    /** That number, if it lies between the two. */
    static int between(long least, long number, long most, String field) {
        if (number < least || number > most) throw new NumberOutOfRange(field, least, most);
        return Math.toIntExact(number);
    }
}
