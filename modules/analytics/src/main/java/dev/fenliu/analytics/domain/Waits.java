package dev.fenliu.analytics.domain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * How long buyers waited for answers, every wait to the second: so any number of days, shops and people can be put
 * together and still tell their true median.
 */
public final class Waits {
    public static final Waits NONE = of();

    private final int[] sorted;

    private Waits(int[] sorted) {
        this.sorted = sorted;
    }

    public static Waits of(int... seconds) {
        return sorted(seconds.clone());
    }

    public static Waits sum(Collection<Waits> parts) {
        var count = 0;
        for (var part : parts) {
            count += part.sorted.length;
        }
        var all = new int[count];
        var place = 0;
        for (var part : parts) {
            System.arraycopy(part.sorted, 0, all, place, part.sorted.length);
            place += part.sorted.length;
        }
        return sorted(all);
    }

    /** What {@link #bytes} was. */
    public static Waits from(byte[] bytes) {
        var seconds = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(seconds);
        return new Waits(seconds);
    }

    private static Waits sorted(int[] seconds) {
        Arrays.sort(seconds);
        return new Waits(seconds);
    }

    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(sorted.length * Integer.BYTES);
        bytes.asIntBuffer().put(sorted);
        return bytes.array();
    }

    public int count() {
        return sorted.length;
    }

    /** The wait that half of them did not exceed. */
    public Optional<Integer> median() {
        return percentile(50);
    }

    /** The wait that nine in ten of them did not exceed. */
    public Optional<Integer> p90() {
        return percentile(90);
    }

    // The nearest rank: always a wait that there was, never one between two.
    private Optional<Integer> percentile(int percent) {
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(sorted[Math.ceilDiv(sorted.length * percent, 100) - 1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Waits waits && Arrays.equals(sorted, waits.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
