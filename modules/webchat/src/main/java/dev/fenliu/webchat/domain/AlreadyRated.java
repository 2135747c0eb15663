package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** The buyer has said before how good the conversation was. */
public final class AlreadyRated extends Refusal {
    private static final long serialVersionUID = 1L;

    public AlreadyRated() {
        super(Kind.CONFLICT, "already-rated", null);
    }
}
