package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** The shop takes no messages from buyers (停用). */
public final class ShopIsDisabled extends Refusal {
    private static final long serialVersionUID = 1L;

    public ShopIsDisabled() {
        super(Kind.CONFLICT, "shop-disabled", null);
    }
}
