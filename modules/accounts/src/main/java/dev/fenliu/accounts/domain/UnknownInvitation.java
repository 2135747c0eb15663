package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such invitation, or not any more. */
public final class UnknownInvitation extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownInvitation() {
        super(Kind.UNKNOWN, "unknown-invitation", null);
    }
}
