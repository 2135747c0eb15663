package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** What was entered has more characters than its field takes. */
public final class FieldIsTooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    public FieldIsTooLong(String field, int longest) {
        super(Kind.INVALID, "too-long", field, longest);
    }
}
