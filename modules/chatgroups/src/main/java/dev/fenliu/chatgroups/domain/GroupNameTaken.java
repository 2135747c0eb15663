package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** Another group of the shop has that name. */
public final class GroupNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public GroupNameTaken(String name) {
        super(Kind.CONFLICT, "group-name-taken", "name", name);
    }
}
