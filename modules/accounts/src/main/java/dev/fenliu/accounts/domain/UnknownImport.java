package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;

/** There is no such import, or none that the asker began. */
public final class UnknownImport extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownImport() {
        super(Kind.UNKNOWN, "unknown-import", "import");
    }
}
