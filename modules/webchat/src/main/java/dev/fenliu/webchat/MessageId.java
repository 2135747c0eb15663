package dev.fenliu.webchat;

/** One line of a conversation. */
public record MessageId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static MessageId of(String text) {
        return new MessageId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
