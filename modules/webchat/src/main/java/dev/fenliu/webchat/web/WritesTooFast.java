package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Refusal;

/** A buyer sends more messages than anybody types. */
final class WritesTooFast extends Refusal {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    /**
     * @param seconds after which the next message is taken
     */
    WritesTooFast(long seconds) {
        super(Kind.TOO_MANY, "writes-too-fast", "text", seconds);
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
