package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The name stands for every shop, so no single one can have it. */
public final class ShopNameReserved extends Refusal {
    private static final long serialVersionUID = 1L;

    public ShopNameReserved() {
        super(Kind.INVALID, "shop-name-reserved", "name");
    }
}
