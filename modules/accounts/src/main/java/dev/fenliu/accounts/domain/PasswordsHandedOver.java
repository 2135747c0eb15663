package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The passwords of an import are handed over once. */
public final class PasswordsHandedOver extends Refusal {
    private static final long serialVersionUID = 1L;

    public PasswordsHandedOver() {
        super(Kind.CONFLICT, "passwords-handed-over", null);
    }
}
