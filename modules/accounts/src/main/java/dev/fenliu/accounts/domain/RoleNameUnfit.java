package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A role is called something, in one short line. */
public final class RoleNameUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    public RoleNameUnfit(int longest) {
        super(Kind.INVALID, "role-name-unfit", "name", longest);
    }
}
