package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** There is no authenticator app that waits for its first code. */
public final class NothingToConfirm extends Refusal {
    private static final long serialVersionUID = 1L;

    public NothingToConfirm() {
        super(Kind.CONFLICT, "nothing-to-confirm", null);
    }
}
