package dev.fenliu.webhooks.domain;

import dev.fenliu.accounts.Refusal;

/** Nothing happens under that word. */
public final class UnknownTopic extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownTopic(String word) {
        super(Kind.INVALID, "unknown-webhook-event", "events", word);
    }
}
