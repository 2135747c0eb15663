package dev.fenliu.webchat.domain;

/** How far a conversation has come. */
public enum ConversationState {
    /** Nobody owns it. */
    WAITING,
    /** An agent owns it. */
    OPEN,
    /** Ended. */
    CLOSED,
    /** Ended by the system although the buyer spoke last. */
    CLOSED_UNANSWERED;

    public boolean isClosed() {
        return this == CLOSED || this == CLOSED_UNANSWERED;
    }
}
