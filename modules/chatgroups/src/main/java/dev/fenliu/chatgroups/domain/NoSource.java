package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** A group without a source would never be asked. */
public final class NoSource extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoSource() {
        super(Kind.INVALID, "no-source", "sources");
    }
}
