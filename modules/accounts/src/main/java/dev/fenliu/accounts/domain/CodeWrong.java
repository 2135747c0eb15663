package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The code is not the one that the authenticator app shows now, or was used already. */
public final class CodeWrong extends Refusal {
    private static final long serialVersionUID = 1L;

    public CodeWrong() {
        super(Kind.INVALID, "code-wrong", "code");
    }
}
