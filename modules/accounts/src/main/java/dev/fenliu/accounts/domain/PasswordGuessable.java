package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A password is one of those that are tried first. */
public final class PasswordGuessable extends Refusal {
    private static final long serialVersionUID = 1L;

    public PasswordGuessable() {
        super(Kind.INVALID, "password-guessable", "password");
    }
}
