package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such note about the buyer. */
public final class UnknownNote extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownNote() {
        super(Kind.UNKNOWN, "unknown-note", null);
    }
}
