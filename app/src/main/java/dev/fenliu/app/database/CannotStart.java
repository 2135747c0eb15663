package dev.fenliu.app.database;

import org.jspecify.annotations.Nullable;

/** A reason not to start that the person at the keyboard can do something about: its message is one sentence for them. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        this(sentence, null);
    }

    CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
