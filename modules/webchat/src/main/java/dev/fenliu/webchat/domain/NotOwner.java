package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** Somebody else has the conversation, or nobody. */
public final class NotOwner extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotOwner() {
        super(Kind.CONFLICT, "not-owner", null);
    }
}
