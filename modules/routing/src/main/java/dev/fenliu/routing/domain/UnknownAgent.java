package dev.fenliu.routing.domain;

import dev.fenliu.accounts.Refusal;

/** Somebody is to be there whom the enterprise does not have. */
public final class UnknownAgent extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownAgent() {
        super(Kind.INVALID, "unknown-member", "member");
    }
}
