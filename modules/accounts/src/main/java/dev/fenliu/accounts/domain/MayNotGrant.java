package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Nobody gives a right that they do not hold themselves. */
public final class MayNotGrant extends Refusal {
    private static final long serialVersionUID = 1L;

    public MayNotGrant(String role) {
        super(Kind.FORBIDDEN, "may-not-grant", "grants", role);
    }
}
