package dev.fenliu.app.time;

import dev.fenliu.accounts.Refusal;

/** The clock moves ahead by more than nothing and at most 400 days. */
final class AdvanceOutOfRange extends Refusal {
    private static final long serialVersionUID = 1L;

    AdvanceOutOfRange() {
        super(Kind.INVALID, "advance-out-of-range", "advance");
    }
}
