package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A grant names a shop that the enterprise does not have. */
public final class ShopNotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    public ShopNotFound(String shop) {
        super(Kind.INVALID, "unknown-shop", "grants", shop);
    }
}
