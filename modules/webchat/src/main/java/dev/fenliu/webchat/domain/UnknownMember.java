package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such member in the enterprise account. */
public final class UnknownMember extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownMember(String field) {
        super(Kind.UNKNOWN, "unknown-member", field);
    }
}
