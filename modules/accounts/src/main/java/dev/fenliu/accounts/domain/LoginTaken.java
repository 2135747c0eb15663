package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Somebody of the enterprise already has that sign-in name. */
public final class LoginTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public LoginTaken(String loginId) {
        super(Kind.CONFLICT, "login-taken", "loginId", loginId);
    }
}
