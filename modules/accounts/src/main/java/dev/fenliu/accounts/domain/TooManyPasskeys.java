package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The member has as many passkeys as they may have. */
public final class TooManyPasskeys extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyPasskeys(int most) {
        super(Kind.CONFLICT, "too-many-passkeys", null, most);
    }
}
