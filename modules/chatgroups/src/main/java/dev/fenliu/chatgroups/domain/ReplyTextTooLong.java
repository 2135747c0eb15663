package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** An automatic reply is longer than a buyer would read. */
public final class ReplyTextTooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    public ReplyTextTooLong(String field, int most) {
        super(Kind.INVALID, "reply-text-too-long", field, most);
    }
}
