package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** The conversation has no such message. */
public final class UnknownMessage extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownMessage(String field) {
        super(Kind.UNKNOWN, "unknown-message", field);
    }
}
