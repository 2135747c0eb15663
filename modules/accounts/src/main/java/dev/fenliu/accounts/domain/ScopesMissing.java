package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A token that opens nothing is no use. */
public final class ScopesMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public ScopesMissing() {
        super(Kind.INVALID, "scopes-missing", "scopes");
    }
}
