package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** The buyer wrote after what the agent had seen. */
public final class BuyerWroteMeanwhile extends Refusal {
    private static final long serialVersionUID = 1L;

    public BuyerWroteMeanwhile() {
        super(Kind.CONFLICT, "new-message", null);
    }
}
