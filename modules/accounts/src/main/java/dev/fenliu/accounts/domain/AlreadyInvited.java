package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** There is an open invitation for that address or sign-in name. */
public final class AlreadyInvited extends Refusal {
    private static final long serialVersionUID = 1L;

    public AlreadyInvited(String email) {
        super(Kind.CONFLICT, "already-invited", "email", email);
    }
}
