package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** The name of a group is longer than it may be. */
public final class GroupNameTooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    public GroupNameTooLong(int most) {
        super(Kind.INVALID, "group-name-too-long", "name", most);
    }
}
