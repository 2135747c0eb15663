package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Refusal;

/** No file was chosen, or an empty one. */
final class FileMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    FileMissing() {
        super(Kind.INVALID, "file-missing", "file");
    }
}
