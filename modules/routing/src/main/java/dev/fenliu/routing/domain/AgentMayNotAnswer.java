package dev.fenliu.routing.domain;

import dev.fenliu.accounts.Refusal;

/** Somebody is to be there who may not answer chats of the shop. */
public final class AgentMayNotAnswer extends Refusal {
    private static final long serialVersionUID = 1L;

    public AgentMayNotAnswer(String name) {
        super(Kind.INVALID, "agent-may-not-answer", "member", name);
    }
}
