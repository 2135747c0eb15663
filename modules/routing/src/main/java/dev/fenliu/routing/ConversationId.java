package dev.fenliu.routing;

/** A conversation (對話): one buyer with one shop, from the first message to closing. */
public record ConversationId(long value) implements Comparable<ConversationId> {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static ConversationId of(String text) {
        return new ConversationId(Long.parseUnsignedLong(text));
    }

    @Override
    public int compareTo(ConversationId other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
