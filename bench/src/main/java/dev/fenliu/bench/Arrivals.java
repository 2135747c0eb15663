package dev.fenliu.bench;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** When messages left and when their text first showed on a desk. */
final class Arrivals {
    private static final Pattern MARK = Pattern.compile("seen-(\\d+)-");

    private final AtomicLongArray left;
    private final AtomicLongArray shown;

    Arrivals(int messages) {
        left = new AtomicLongArray(messages);
        shown = new AtomicLongArray(messages);
    }

    /** What the text of the message must hold. */
    String leaving(int number) {
        left.set(number, System.nanoTime());
        return "seen-" + number + "-";
    }

    /** Reads a line of a stream. */
    void read(String line) {
        if (line.contains("seen-")) {
            var mark = MARK.matcher(line);
            while (mark.find()) {
                shown.compareAndSet(Integer.parseInt(mark.group(1)), 0, System.nanoTime());
            }
        }
    }

    /** The times from leaving to showing of those that were shown, shortest first. */
    Load.Result waits() {
        return new Load.Result(
                1,
                IntStream.range(0, left.length())
                        .filter(number -> left.get(number) != 0 && shown.get(number) != 0)
                        .mapToObj(number -> shown.get(number) - left.get(number))
                        .sorted()
                        .toList());
    }
}
