package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** A telephone number is short, and on one line. */
public final class PhoneUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    public PhoneUnfit(int longest) {
        super(Kind.INVALID, "phone-unfit", "phone", longest);
    }
}
