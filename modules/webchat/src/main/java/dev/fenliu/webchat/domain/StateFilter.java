package dev.fenliu.webchat.domain;

/** Which conversations are asked for by how far they have come; open ones also by whether they are unread (未讀). */
public enum StateFilter {
    WAITING,
    OPEN,
    /** Open, with a message that the owner has not read; those held for an agent included. */
    UNREAD,
    /** Open, and read to the end. */
    READ,
    CLOSED,
    CLOSED_UNANSWERED;

    /** Whether those are conversations that have ended: of these there may be as many as there ever were. */
    public boolean ended() {
        return this == CLOSED || this == CLOSED_UNANSWERED;
    }
}
