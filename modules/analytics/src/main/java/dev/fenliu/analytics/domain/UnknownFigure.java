package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Refusal;

/** There are no facts behind what was given. */
public final class UnknownFigure extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownFigure(String given) {
        super(Kind.INVALID, "unknown-figure", "kind", given);
    }
}
