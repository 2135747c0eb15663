package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** Somebody else wrote it, and only they may change it. */
public final class NotYours extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotYours() {
        super(Kind.FORBIDDEN, "not-yours", null);
    }
}
