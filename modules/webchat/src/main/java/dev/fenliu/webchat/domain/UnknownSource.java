package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** No chat starts from there. */
public final class UnknownSource extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownSource(String source) {
        super(Kind.INVALID, "unknown-source", "source", source);
    }
}
