package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** A conversation is given one to five stars. */
public final class NoSuchScore extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoSuchScore() {
        super(Kind.INVALID, "no-such-score", "score");
    }
}
