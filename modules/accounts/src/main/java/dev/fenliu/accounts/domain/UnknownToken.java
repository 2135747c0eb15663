package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such API token, or not any more. */
public final class UnknownToken extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownToken() {
        super(Kind.UNKNOWN, "unknown-token", null);
    }
}
