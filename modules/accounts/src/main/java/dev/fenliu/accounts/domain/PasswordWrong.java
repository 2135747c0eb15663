package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The present password, asked for again, is another one. */
public final class PasswordWrong extends Refusal {
    private static final long serialVersionUID = 1L;

    public PasswordWrong() {
        super(Kind.INVALID, "password-wrong", "current");
    }
}
