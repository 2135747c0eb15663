package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** The shop takes no messages from this buyer. */
public final class BuyerIsBlocked extends Refusal {
    private static final long serialVersionUID = 1L;

    public BuyerIsBlocked() {
        super(Kind.CONFLICT, "buyer-blocked", null);
    }
}
