package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** A draft has the same member in two groups, where a shop has everybody in one at the most. */
public final class MemberInTwoGroups extends Refusal {
    private static final long serialVersionUID = 1L;

    public MemberInTwoGroups(String name) {
        super(Kind.INVALID, "member-in-two-groups", "members", name);
    }
}
