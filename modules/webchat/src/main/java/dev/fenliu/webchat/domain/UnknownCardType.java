package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such kind of card. */
public final class UnknownCardType extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownCardType(String type) {
        super(Kind.INVALID, "unknown-card", "card.type", type);
    }
}
