package dev.fenliu.routing.domain;

import dev.fenliu.accounts.Refusal;

/** Somebody is to be there until before they came. */
public final class ShiftEndsBeforeItBegins extends Refusal {
    private static final long serialVersionUID = 1L;

    public ShiftEndsBeforeItBegins() {
        super(Kind.INVALID, "shift-ends-before-it-begins", "to");
    }
}
