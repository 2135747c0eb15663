package dev.fenliu.accounts;

/** A member of an enterprise account: the main account or a sub-account. */
public record MemberId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static MemberId of(String text) {
        return new MemberId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
