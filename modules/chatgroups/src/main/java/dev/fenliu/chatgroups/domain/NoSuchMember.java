package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** Somebody was chosen whom the enterprise does not have. */
public final class NoSuchMember extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoSuchMember(String idOrLogin) {
        super(Kind.INVALID, "no-such-member", "members", idOrLogin);
    }
}
