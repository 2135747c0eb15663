package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such role, or none that the asker may know of. */
public final class UnknownRole extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownRole() {
        super(Kind.UNKNOWN, "unknown-role-here", "role");
    }
}
