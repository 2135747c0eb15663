package dev.fenliu.webhooks.domain;

import dev.fenliu.accounts.Refusal;

/** A webhook for nothing would never be called. */
public final class TopicsMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public TopicsMissing() {
        super(Kind.INVALID, "webhook-events-missing", "events");
    }
}
