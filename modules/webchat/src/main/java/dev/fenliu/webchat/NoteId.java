package dev.fenliu.webchat;

/** One note about a buyer. */
public record NoteId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static NoteId of(String text) {
        return new NoteId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
