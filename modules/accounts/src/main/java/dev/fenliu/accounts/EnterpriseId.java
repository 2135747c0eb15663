package dev.fenliu.accounts;

/** The tenant that everything belongs to: one enterprise account. */
public record EnterpriseId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static EnterpriseId of(String text) {
        return new EnterpriseId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
