package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Refusal;

/** The first line of the file does not name the columns. */
final class ColumnsMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    ColumnsMissing() {
        super(Kind.INVALID, "columns-missing", "file");
    }
}
