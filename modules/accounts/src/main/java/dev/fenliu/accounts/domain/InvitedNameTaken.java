package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Somebody else has got the sign-in name that the invitation gives. */
public final class InvitedNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public InvitedNameTaken(String loginId) {
        super(Kind.CONFLICT, "invited-name-taken", null, loginId);
    }
}
