package dev.fenliu.app.security;

import dev.fenliu.accounts.application.Candidate;
import org.springframework.security.core.AuthenticationException;

/** The password was right, but this member has set up a second step. */
final class CodeNeeded extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Candidate member;

    CodeNeeded(Candidate member) {
        super("a code is needed");
        this.member = member;
    }

    Candidate member() {
        return member;
    }
}
