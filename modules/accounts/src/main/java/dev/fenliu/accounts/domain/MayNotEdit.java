package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Nobody changes the main account, themselves, or somebody who holds more than they do. */
public final class MayNotEdit extends Refusal {
    private static final long serialVersionUID = 1L;

    public MayNotEdit(String member) {
        super(Kind.FORBIDDEN, "may-not-edit-member", null, member);
    }
}
