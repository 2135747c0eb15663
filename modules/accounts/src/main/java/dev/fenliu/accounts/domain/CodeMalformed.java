package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** An enterprise code has small letters, digits and dashes, and begins with a letter. */
public final class CodeMalformed extends Refusal {
    private static final long serialVersionUID = 1L;

    public CodeMalformed() {
        super(Kind.INVALID, "code-malformed", "code");
    }
}
