package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The same sign-in name stands further up in the file. */
public final class LoginTwice extends Refusal {
    private static final long serialVersionUID = 1L;

    public LoginTwice(int line) {
        super(Kind.CONFLICT, "login-twice", "loginId", line);
    }
}
