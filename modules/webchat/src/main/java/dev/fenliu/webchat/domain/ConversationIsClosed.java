package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.Refusal;

/** The conversation has ended; nothing more can be done in it. */
public final class ConversationIsClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    public ConversationIsClosed() {
        super(Kind.CONFLICT, "conversation-closed", null);
    }
}
