package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** The cap is not one that a shop may choose. */
public final class CapOutOfRange extends Refusal {
    private static final long serialVersionUID = 1L;

    public CapOutOfRange(int least, int most) {
        super(Kind.INVALID, "cap-out-of-range", "cap", least, most);
    }
}
