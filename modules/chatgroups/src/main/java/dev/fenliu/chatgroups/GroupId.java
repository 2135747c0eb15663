package dev.fenliu.chatgroups;

/** A chat group of one shop. */
public record GroupId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static GroupId of(String text) {
        return new GroupId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
