package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such group, or none that the asker may know of. */
public final class UnknownGroup extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownGroup() {
        super(Kind.UNKNOWN, "unknown-group", "group");
    }
}
