package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A password was typed in two ways. */
public final class PasswordsDiffer extends Refusal {
    private static final long serialVersionUID = 1L;

    public PasswordsDiffer() {
        super(Kind.INVALID, "passwords-differ", "repeated");
    }
}
