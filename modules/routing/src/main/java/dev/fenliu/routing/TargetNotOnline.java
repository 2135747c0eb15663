package dev.fenliu.routing;

import dev.fenliu.accounts.Refusal;

/** Whoever a conversation should go to is not online now, or may not answer in that shop. */
public final class TargetNotOnline extends Refusal {
    private static final long serialVersionUID = 1L;

    public TargetNotOnline(String name) {
        super(Kind.CONFLICT, "target-not-online", "toMember", name);
    }
}
