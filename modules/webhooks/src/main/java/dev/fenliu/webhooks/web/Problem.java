package dev.fenliu.webhooks.web;

import dev.fenliu.accounts.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal as the form shows it: the sentence's key, what it mentions, and the field that it stands beside. */
record Problem(String key, List<Object> arguments, @Nullable String field) {
    /** What the form can show and have mended; what is unknown or forbidden it passes on. */
    static Problem ofForm(Refusal refusal) {
        return switch (refusal.kind()) {
            case CONFLICT, INVALID -> new Problem("refusal." + refusal.code(), refusal.arguments(), refusal.field());
            case UNKNOWN, FORBIDDEN, TOO_MANY -> throw refusal;
        };
    }

    public boolean isAt(String name) {
        return name.equals(field);
    }
}
