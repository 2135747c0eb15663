package dev.fenliu.webhooks.domain;

import dev.fenliu.accounts.Refusal;

/** The enterprise has a webhook with that address already. */
public final class AddressTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public AddressTaken() {
        super(Kind.CONFLICT, "webhook-url-taken", "url");
    }
}
