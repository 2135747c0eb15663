package dev.fenliu.routing;

import dev.fenliu.accounts.Refusal;

/** There is no such member, or none who may be at work. */
public final class UnknownAgent extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownAgent() {
        super(Kind.UNKNOWN, "unknown-member", null);
    }
}
