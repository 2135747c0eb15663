package dev.fenliu.accounts.web;

import dev.fenliu.accounts.domain.PasswordsDiffer;

/** A password that is typed twice, so that nobody locks themselves out. */
final class NewPassword {
    private NewPassword() {}

    static void requireSame(String password, String repeated) {
        if (!password.equals(repeated)) throw new PasswordsDiffer();
    }
}
