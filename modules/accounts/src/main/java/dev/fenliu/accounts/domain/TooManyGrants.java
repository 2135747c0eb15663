package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Nobody holds that many roles. */
public final class TooManyGrants extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyGrants(int most) {
        super(Kind.INVALID, "too-many-grants", "grants", most);
    }
}
