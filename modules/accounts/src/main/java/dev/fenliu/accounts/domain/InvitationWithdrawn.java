package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** Whoever invited may not give these rights any more. */
public final class InvitationWithdrawn extends Refusal {
    private static final long serialVersionUID = 1L;

    public InvitationWithdrawn() {
        super(Kind.CONFLICT, "invitation-withdrawn", null);
    }
}
