package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Nothing is known of that region. */
public final class UnknownRegion extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownRegion(String region) {
        super(Kind.INVALID, "unknown-region", "region", region);
    }
}
