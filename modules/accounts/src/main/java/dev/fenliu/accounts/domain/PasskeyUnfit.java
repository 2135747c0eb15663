package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** What the device sent is no passkey for here. */
public final class PasskeyUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    public PasskeyUnfit() {
        super(Kind.INVALID, "passkey-unfit", null);
    }
}
