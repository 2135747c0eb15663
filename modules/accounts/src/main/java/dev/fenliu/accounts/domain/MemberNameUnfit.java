package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A member is called something, in one line. */
public final class MemberNameUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    public MemberNameUnfit(int longest) {
        super(Kind.INVALID, "member-name-unfit", "name", longest);
    }
}
