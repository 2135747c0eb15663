package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Refusal;

/** What was given are no days that have come, in their order and a year at most. */
public final class UnknownPeriod extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownPeriod(String field, String given) {
        super(Kind.INVALID, "unknown-period", field, given);
    }
}
