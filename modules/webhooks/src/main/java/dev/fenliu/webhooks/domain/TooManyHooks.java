package dev.fenliu.webhooks.domain;

import dev.fenliu.accounts.Refusal;

/** The enterprise has as many webhooks as it may have. */
public final class TooManyHooks extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyHooks(int most) {
        super(Kind.CONFLICT, "too-many-webhooks", null, most);
    }
}
