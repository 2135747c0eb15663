package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such chat source. */
public final class UnknownSource extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownSource(String code) {
        super(Kind.INVALID, "unknown-source", "sources", code);
    }
}
