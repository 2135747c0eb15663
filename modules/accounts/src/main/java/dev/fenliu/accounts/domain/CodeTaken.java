package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Another enterprise has that code. */
public final class CodeTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public CodeTaken(String code) {
        super(Kind.CONFLICT, "code-taken", "code", code);
    }
}
