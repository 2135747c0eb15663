package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Nobody makes a role that allows what they do not hold in every shop. */
public final class MayNotShape extends Refusal {
    private static final long serialVersionUID = 1L;

    public MayNotShape() {
        super(Kind.FORBIDDEN, "may-not-shape", "permissions");
    }
}
