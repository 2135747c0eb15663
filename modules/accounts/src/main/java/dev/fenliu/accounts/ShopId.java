package dev.fenliu.accounts;

/** A shop (賣場) of an enterprise account. */
public record ShopId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static ShopId of(String text) {
        return new ShopId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
