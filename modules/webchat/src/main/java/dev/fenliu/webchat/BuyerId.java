package dev.fenliu.webchat;

/** A buyer of one shop. */
public record BuyerId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static BuyerId of(String text) {
        return new BuyerId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
