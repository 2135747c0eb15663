package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** The conversation goes on: how good it was is asked when it has ended. */
public final class NotEnded extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotEnded() {
        super(Kind.CONFLICT, "not-ended", null);
    }
}
