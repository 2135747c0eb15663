package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Refusal;

/** What was given is no date, or none of which there could be figures. */
public final class UnknownDate extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownDate(String given) {
        super(Kind.INVALID, "unknown-date", "date", given);
    }
}
