package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The enterprise has as many tokens as it may have. */
public final class TooManyTokens extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyTokens(int most) {
        super(Kind.CONFLICT, "too-many-tokens", null, most);
    }
}
