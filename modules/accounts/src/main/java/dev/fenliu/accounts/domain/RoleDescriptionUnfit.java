package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A role is described in one line. */
public final class RoleDescriptionUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    public RoleDescriptionUnfit(int longest) {
        super(Kind.INVALID, "role-description-unfit", "description", longest);
    }
}
