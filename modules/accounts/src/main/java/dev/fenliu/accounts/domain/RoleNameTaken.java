package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Another role of the enterprise has that name. */
public final class RoleNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public RoleNameTaken(String name) {
        super(Kind.CONFLICT, "role-name-taken", "name", name);
    }
}
