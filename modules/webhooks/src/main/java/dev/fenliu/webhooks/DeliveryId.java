package dev.fenliu.webhooks;

/** A delivery of one event to one webhook: what the receiver sees as {@code webhook-id}, over all attempts. */
public record DeliveryId(long value) {
    /** Reads the id as it shows outside: an unsigned decimal. Throws {@link NumberFormatException} for anything else. */
    public static DeliveryId of(String text) {
        return new DeliveryId(Long.parseUnsignedLong(text));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
