package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The member has no authenticator app. */
public final class NoAuthenticator extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoAuthenticator() {
        super(Kind.CONFLICT, "no-authenticator", null);
    }
}
