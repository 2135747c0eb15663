package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A password is too short to be safe, or too long to be one. */
public final class PasswordUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    public PasswordUnfit(int shortest, int longest) {
        super(Kind.INVALID, "password-unfit", "password", shortest, longest);
    }
}
