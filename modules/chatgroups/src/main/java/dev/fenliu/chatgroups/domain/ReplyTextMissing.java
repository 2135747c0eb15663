package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** An automatic reply is on and says nothing. */
public final class ReplyTextMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public ReplyTextMissing(String field) {
        super(Kind.INVALID, "reply-text-missing", field);
    }
}
