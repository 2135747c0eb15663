package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** What stands under roles is not a role, an at sign and a shop. */
public final class RolesUnreadable extends Refusal {
    private static final long serialVersionUID = 1L;

    public RolesUnreadable(String text) {
        super(Kind.INVALID, "roles-unreadable", "grants", text);
    }
}
