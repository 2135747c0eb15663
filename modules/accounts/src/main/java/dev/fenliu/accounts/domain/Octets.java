package dev.fenliu.accounts.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes as a value: equal by their content, and changed by nobody. */
public final class Octets {
    private final byte[] bytes;

    public Octets(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Octets it && Arrays.equals(it.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Their number: what they are is nobody's business in a log. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
