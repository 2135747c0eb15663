package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** A group needs a name. */
public final class GroupNameMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public GroupNameMissing() {
        super(Kind.INVALID, "group-name-missing", "name");
    }
}
