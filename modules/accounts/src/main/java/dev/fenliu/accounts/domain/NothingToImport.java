package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** No line of the file can become a member. */
public final class NothingToImport extends Refusal {
    private static final long serialVersionUID = 1L;

    public NothingToImport() {
        super(Kind.CONFLICT, "nothing-to-import", null);
    }
}
