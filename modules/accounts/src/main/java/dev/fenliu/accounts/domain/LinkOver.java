package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A link was used, has expired, was taken back, or never was one. */
public final class LinkOver extends Refusal {
    private static final long serialVersionUID = 1L;

    public LinkOver() {
        super(Kind.UNKNOWN, "link-over", null);
    }
}
