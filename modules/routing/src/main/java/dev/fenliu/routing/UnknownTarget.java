package dev.fenliu.routing;

import dev.fenliu.accounts.Refusal;

/** There is no such member or group to send a conversation to. */
public final class UnknownTarget extends Refusal {
    private static final long serialVersionUID = 1L;

    /** The field is the one that named the target. */
    public UnknownTarget(String field) {
        super(Kind.UNKNOWN, "unknown-target", field);
    }
}
