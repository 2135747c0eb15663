package dev.fenliu.accounts;

/** A role of an enterprise account: a named set of permissions. */
public record RoleId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static RoleId of(String text) {
        return new RoleId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
