package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** That is no e-mail address. */
public final class EmailMalformed extends Refusal {
    private static final long serialVersionUID = 1L;

    public EmailMalformed() {
        super(Kind.INVALID, "email-malformed", "email");
    }
}
