package dev.fenliu.routing.domain;

import dev.fenliu.accounts.Refusal;

/** More chats came on that day than a simulation takes. */
public final class TooManyRecordedChats extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyRecordedChats(int most) {
        super(Kind.INVALID, "too-many-recorded-chats", "date", most);
    }
}
