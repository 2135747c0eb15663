package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** Distribution would turn off with this, which nobody has agreed to yet. */
public final class LastMemberLeaves extends Refusal {
    private static final long serialVersionUID = 1L;

    public LastMemberLeaves() {
        super(Kind.CONFLICT, "last-member-leaves", null);
    }
}
