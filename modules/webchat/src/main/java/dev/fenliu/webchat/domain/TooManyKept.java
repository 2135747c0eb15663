package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** As many are kept already as anybody can look through. */
public final class TooManyKept extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyKept(int most) {
        super(Kind.CONFLICT, "too-many-kept", null, most);
    }
}
