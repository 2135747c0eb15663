package dev.fenliu.webchat.domain;

/** What a system line says; the message bundles hold its words under {@code webchat.notice.<CODE>}. */
public enum Notice {
    /** The shop answered by itself (自動回覆), in the words that it set. */
    AUTOMATIC(false),
    /** The agent ended the conversation. */
    CLOSED(false),
    /** The conversation ended after a quiet time. */
    CLOSED_QUIET(false),
    /** The conversation ended after a quiet time, and the buyer had spoken last. */
    CLOSED_UNANSWERED(true),
    /** The owner forwarded it (轉發), with a note. */
    FORWARDED(true),
    /** Somebody with that permission moved it (改派), with a note. */
    REASSIGNED(true),
    /** What an agent wrote for other agents. */
    NOTE(true);

    private final boolean internal;

    Notice(boolean internal) {
        this.internal = internal;
    }

    /** Whether only agents see it. */
    public boolean internal() {
        return internal;
    }
}
