package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Refusal;

/** The file is not text in UTF-8, or no table. */
final class FileUnreadable extends Refusal {
    private static final long serialVersionUID = 1L;

    FileUnreadable() {
        super(Kind.INVALID, "file-unreadable", "file");
    }
}
