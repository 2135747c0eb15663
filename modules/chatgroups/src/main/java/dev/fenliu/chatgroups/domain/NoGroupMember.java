package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** No group of the shop has a member who counts, so distribution cannot be on. */
public final class NoGroupMember extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoGroupMember() {
        super(Kind.CONFLICT, "no-group-member", "enabled");
    }
}
