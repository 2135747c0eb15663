package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Refusal;

/** The file has more lines than one import takes. */
final class FileTooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    FileTooLong(int most) {
        super(Kind.INVALID, "file-too-long", "file", most);
    }
}
