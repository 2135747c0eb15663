package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such row of figures, or none that the asker may know of. */
public final class UnknownRow extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownRow() {
        super(Kind.UNKNOWN, "unknown-row", "row");
    }
}
