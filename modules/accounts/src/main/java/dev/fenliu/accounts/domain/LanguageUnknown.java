package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** The pages do not speak that language. */
public final class LanguageUnknown extends Refusal {
    private static final long serialVersionUID = 1L;

    public LanguageUnknown() {
        super(Kind.INVALID, "unknown-language", "language");
    }
}
