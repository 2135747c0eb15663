package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** A day on which the shop is open has no beginning or no end. */
public final class HoursMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public HoursMissing() {
        super(Kind.INVALID, "hours-missing", "hours");
    }
}
