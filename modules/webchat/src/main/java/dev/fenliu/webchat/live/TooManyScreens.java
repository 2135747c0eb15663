package dev.fenliu.webchat.live;

import dev.fenliu.accounts.Refusal;

/** The reader has as many windows open as one person may, or this server serves as many as it can. */
final class TooManyScreens extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyScreens() {
        super(Kind.TOO_MANY, "too-many-screens", null);
    }
}
