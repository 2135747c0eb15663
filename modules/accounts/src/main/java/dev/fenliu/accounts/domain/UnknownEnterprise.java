package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such enterprise account, or not any more. */
public final class UnknownEnterprise extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownEnterprise() {
        super(Kind.UNKNOWN, "unknown-enterprise", null);
    }
}
