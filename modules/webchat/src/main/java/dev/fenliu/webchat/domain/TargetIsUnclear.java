package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** A conversation goes to one member or to one group: neither or both were named. */
public final class TargetIsUnclear extends Refusal {
    private static final long serialVersionUID = 1L;

    public TargetIsUnclear() {
        super(Kind.INVALID, "target-unclear", "toMember");
    }
}
