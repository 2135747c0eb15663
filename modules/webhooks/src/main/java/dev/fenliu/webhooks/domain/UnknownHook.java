package dev.fenliu.webhooks.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such webhook, or not any more. */
public final class UnknownHook extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownHook() {
        super(Kind.UNKNOWN, "unknown-webhook", null);
    }
}
