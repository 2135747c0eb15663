package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** Somebody else has changed the group since the asker looked at it. */
public final class GroupChangedMeanwhile extends Refusal {
    private static final long serialVersionUID = 1L;

    public GroupChangedMeanwhile(String name) {
        super(Kind.CONFLICT, "group-changed-meanwhile", null, name);
    }
}
