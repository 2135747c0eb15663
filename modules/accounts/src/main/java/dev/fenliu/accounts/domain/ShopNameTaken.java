package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Another shop of the enterprise has that name. */
public final class ShopNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public ShopNameTaken(String name) {
        super(Kind.CONFLICT, "shop-name-taken", "name", name);
    }
}
