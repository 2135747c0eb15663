package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** A field that is needed was left empty. */
public final class FieldIsEmpty extends Refusal {
    private static final long serialVersionUID = 1L;

    public FieldIsEmpty(String field) {
        super(Kind.INVALID, "required", field);
    }
}
