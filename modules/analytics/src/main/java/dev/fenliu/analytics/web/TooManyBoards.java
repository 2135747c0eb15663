package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Refusal;

/** The dashboard is open in as many windows as it may be. */
final class TooManyBoards extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyBoards() {
        super(Kind.TOO_MANY, "too-many-boards", null);
    }
}
