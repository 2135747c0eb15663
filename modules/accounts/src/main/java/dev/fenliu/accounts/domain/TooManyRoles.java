package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The enterprise has as many roles of its own as it may. */
public final class TooManyRoles extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyRoles(int most) {
        super(Kind.CONFLICT, "too-many-roles", null, most);
    }
}
