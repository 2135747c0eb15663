package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The member has an authenticator app already. */
public final class AuthenticatorPresent extends Refusal {
    private static final long serialVersionUID = 1L;

    public AuthenticatorPresent() {
        super(Kind.CONFLICT, "authenticator-present", null);
    }
}
