package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such quick reply. */
public final class UnknownReply extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownReply() {
        super(Kind.UNKNOWN, "unknown-reply", null);
    }
}
