package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Refusal;

/** Figures are not put together by what was given. */
public final class UnknownBreakdown extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownBreakdown(String given) {
        super(Kind.INVALID, "unknown-breakdown", "by", given);
    }
}
