package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Refusal;

/** The member has the chat permission (聊聊權限) in no shop. */
public final class MayNotChat extends Refusal {
    private static final long serialVersionUID = 1L;

    public MayNotChat() {
        super(Kind.FORBIDDEN, "may-not-chat", null);
    }
}
