package dev.fenliu.accounts;

/** There is no such shop, or none that the asker may know of. */
public final class UnknownShop extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownShop() {
        super(Kind.UNKNOWN, "unknown-shop", "shop");
    }
}
