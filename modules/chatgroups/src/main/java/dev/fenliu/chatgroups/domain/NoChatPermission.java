package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** A member who may not answer chats of the shop was chosen for a group. */
public final class NoChatPermission extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoChatPermission(String name) {
        super(Kind.INVALID, "no-chat-permission", "members", name);
    }
}
