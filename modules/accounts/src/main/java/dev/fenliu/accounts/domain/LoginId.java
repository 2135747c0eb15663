package dev.fenliu.accounts.domain;

import java.util.regex.Pattern;

/** What a member is called at sign-in, after the enterprise's code: the part behind the colon. */
public record LoginId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** The main account's. */
    public static final LoginId MAIN = new LoginId("main");

    public LoginId {
        if (!FORM.matcher(value).matches()) throw new LoginMalformed();
    }

    @Override
    public String toString() {
        return value;
    }
}
