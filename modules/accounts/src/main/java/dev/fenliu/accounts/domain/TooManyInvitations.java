package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The enterprise has as many open invitations as it may have. */
public final class TooManyInvitations extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyInvitations(int most) {
        super(Kind.CONFLICT, "too-many-invitations", null, most);
    }
}
