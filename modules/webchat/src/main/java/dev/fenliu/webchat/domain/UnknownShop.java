package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such shop in the enterprise account. */
public final class UnknownShop extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownShop() {
        super(Kind.UNKNOWN, "unknown-shop", null);
    }
}
