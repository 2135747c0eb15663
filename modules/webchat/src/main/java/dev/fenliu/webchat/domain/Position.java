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

    /** This place or, if it lies beyond that conversation, the conversation's end. */
    public Position upTo(ConversationId last) {
        return conversation.compareTo(last) > 0 ? new Position(last, Long.MAX_VALUE) : this;
    }

    /** The line number in that conversation at which this place lies: its beginning or end if it lies outside. */
    public long within(ConversationId only) {
        return conversation.equals(only) ? seq : conversation.compareTo(only) < 0 ? 0 : Long.MAX_VALUE;
    }

    @Override
    public String toString() {
        return conversation + "-" + seq;
    }
}
