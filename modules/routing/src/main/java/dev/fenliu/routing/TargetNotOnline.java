package dev.fenliu.routing;

import dev.fenliu.accounts.Refusal;

/** Whoever a conversation should go to is not online now, or may not answer in that shop. */
public final class TargetNotOnline extends Refusal {
    private static final long serialVersionUID = 1L;

    /** The field is the one that named the target. */
    public TargetNotOnline(String field, String name) {
        super(Kind.CONFLICT, "target-not-online", field, name);
    }
}
