package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A sign-in name has letters, digits, dots, dashes and underscores, and begins with a letter or digit. */
public final class LoginMalformed extends Refusal {
    private static final long serialVersionUID = 1L;

    public LoginMalformed() {
        super(Kind.INVALID, "login-malformed", "loginId");
    }
}
