package dev.fenliu.routing;

import dev.fenliu.accounts.Refusal;

/** There is no such conversation, or none that the asker may know of. */
public final class UnknownConversation extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownConversation() {
        super(Kind.UNKNOWN, "unknown-conversation", null);
    }
}
