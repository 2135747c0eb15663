package dev.fenliu.chatgroups;

import dev.fenliu.accounts.Refusal;

/** There is no such chat source. */
public final class UnknownSource extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownSource(String field, String code) {
        super(Kind.INVALID, "unknown-source", field, code);
    }
}
