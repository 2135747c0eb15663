package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such sign-in, or not any more. */
public final class UnknownSession extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownSession() {
        super(Kind.UNKNOWN, "unknown-session", null);
    }
}
