package dev.fenliu.webchat;

/** One quick reply. */
public record ReplyId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static ReplyId of(String text) {
        return new ReplyId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
