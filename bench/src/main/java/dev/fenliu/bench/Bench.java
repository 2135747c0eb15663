package dev.fenliu.bench;

import java.util.Set;

/** Takes the figures that it is asked for, or all; each part with a fresh program of its own. */
public final class Bench {
    private static final int ROUNDS = 5;
    private static final Set<String> ALL = Set.of("P4", "P5", "P6", "P8", "P9", "P11", "P12");

    private Bench() {}

    /** Words are names of figures: P4 P5 P6 (with P5c, P7 and P10) P8 P9 P11 P12. */
    public static void main(String[] words) throws Exception {
        var wanted = words.length == 0 ? ALL : Set.of(words);
        if (!ALL.containsAll(wanted)) {
            System.err.println("There are " + ALL.stream().sorted().toList() + ", and no others.");
            System.exit(2);
        }
        if (wanted.contains("P8")) {
            PolicyFigure.measure();
        }
        if (wanted.contains("P11")) {
            StartFigure.measure();
        }
        if (wanted.contains("P6")) {
            try (var product = Product.start(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-Xmx256m",
                    "-Xss512k",
                    "-XX:ReservedCodeCacheSize=72m",
                    "-XX:MaxMetaspaceSize=160m")) {
                new StreamFigure(product).measure();
            }
        }
        if (wanted.contains("P4")) {
            try (var product = Product.start("-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders")) {
                new MessageFigure(product).measure(ROUNDS);
            }
        }
        if (wanted.contains("P5")) {
            try (var product = Product.start("-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders")) {
                new BurstFigure(product).measure(ROUNDS);
            }
        }
        if (wanted.contains("P9")) {
            try (var product = Product.start("-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders")) {
                new GrowthFigure(product).measure(3);
            }
        }
        if (wanted.contains("P12")) {
            try (var product = Product.start(
                    "-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders", "-Dfenliu.analytics.roll-up-every=1s")) {
                new DashboardFigure(product).measure(ROUNDS);
            }
        }
    }
}
