package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such passkey, or not any more. */
public final class UnknownPasskey extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownPasskey() {
        super(Kind.UNKNOWN, "unknown-passkey", null);
    }
}
