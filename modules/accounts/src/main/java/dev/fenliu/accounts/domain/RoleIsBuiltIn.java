package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A built-in role is the same in every enterprise account. */
public final class RoleIsBuiltIn extends Refusal {
    private static final long serialVersionUID = 1L;

    public RoleIsBuiltIn(String role) {
        super(Kind.CONFLICT, "role-built-in", null, role);
    }
}
