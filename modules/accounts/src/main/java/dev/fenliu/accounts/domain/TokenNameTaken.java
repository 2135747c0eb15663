package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The enterprise has a token of that name already. */
public final class TokenNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public TokenNameTaken(String name) {
        super(Kind.CONFLICT, "token-name-taken", "name", name);
    }
}
