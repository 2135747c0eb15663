package dev.fenliu.webchat.domain;

import dev.fenliu.routing.ConversationId;
import java.util.regex.Pattern;

/** A place in a buyer's history with a shop: a line of a conversation. Later conversations have greater ids. */
public record Position(ConversationId conversation, long seq) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,20})-(\\d{1,18})");

    /** Reads what {@link #toString} writes. Throws {@link NumberFormatException} for anything else. */
    public static Position of(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new NumberFormatException("no position: " + text);
        }
        return new Position(ConversationId.of(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return conversation + "-" + seq;
    }
}
