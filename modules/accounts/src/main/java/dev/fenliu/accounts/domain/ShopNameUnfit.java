package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A shop is called something, in one line. */
public final class ShopNameUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    public ShopNameUnfit(int longest) {
        super(Kind.INVALID, "shop-name-unfit", "name", longest);
    }
}
