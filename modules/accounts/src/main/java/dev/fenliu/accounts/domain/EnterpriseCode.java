package dev.fenliu.accounts.domain;

import java.util.regex.Pattern;

/** How an enterprise is called at sign-in, before the colon. Chosen once. */
public record EnterpriseCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public EnterpriseCode {
        if (!FORM.matcher(value).matches()) throw new CodeMalformed();
    }

    @Override
    public String toString() {
        return value;
    }
}
