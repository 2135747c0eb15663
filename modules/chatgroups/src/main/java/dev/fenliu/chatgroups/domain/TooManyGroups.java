package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** The shop has as many groups as it may have. */
public final class TooManyGroups extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyGroups(int most) {
        super(Kind.CONFLICT, "too-many-groups", null, most);
    }
}
