package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.Refusal;

/** Somebody was chosen whom the enterprise does not have. */
public final class MemberNotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    public MemberNotFound(String idOrLogin) {
        super(Kind.INVALID, "unknown-member", "members", idOrLogin);
    }
}
