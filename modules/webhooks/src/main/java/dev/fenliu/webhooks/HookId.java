package dev.fenliu.webhooks;

/** A webhook of an enterprise account. */
public record HookId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static HookId of(String text) {
        return new HookId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
