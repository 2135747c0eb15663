package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A grant names a role that the enterprise does not have. */
public final class RoleNotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    public RoleNotFound(String role) {
        super(Kind.INVALID, "unknown-role", "grants", role);
    }
}
