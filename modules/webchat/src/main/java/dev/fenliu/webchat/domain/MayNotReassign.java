package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** The member may not move conversations of others (改派). */
public final class MayNotReassign extends Refusal {
    private static final long serialVersionUID = 1L;

    public MayNotReassign() {
        super(Kind.FORBIDDEN, "may-not-reassign", null);
    }
}
