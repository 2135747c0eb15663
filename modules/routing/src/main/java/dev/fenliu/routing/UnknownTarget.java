package dev.fenliu.routing;

import dev.fenliu.accounts.Refusal;

/** There is no such member or group to send a conversation to. */
public final class UnknownTarget extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownTarget() {
        super(Kind.UNKNOWN, "unknown-target", null);
    }
}
