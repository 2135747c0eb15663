package dev.fenliu.webhooks.domain;

import dev.fenliu.accounts.Refusal;

/** That is no address to which a webhook can lead. */
public final class AddressUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    public AddressUnfit() {
        super(Kind.INVALID, "webhook-url-unfit", "url");
    }
}
