package dev.fenliu.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** One line a figure, all in the same form. */
final class Report {
    private Report() {}

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Two sides of one run: rates of both, and the median of the ratios round by round. */
    static void ratio(String figure, String unit, List<Double> ours, List<Double> raw, String goal) {
        var ratios = new java.util.ArrayList<Double>();
        for (var round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round) / raw.get(round));
        }
        line(
                figure,
                "ours=%.0f%s raw=%.0f%s ratio=%.2f (%.2f..%.2f) rounds=%d"
                        .formatted(
                                median(ours),
                                unit,
                                median(raw),
                                unit,
                                median(ratios),
                                ratios.stream().min(Double::compare).orElse(Double.NaN),
                                ratios.stream().max(Double::compare).orElse(Double.NaN),
                                ratios.size()),
                goal);
    }

    static void line(String figure, String text, String goal) {
        System.out.println(String.format(
                Locale.ROOT,
                "%s %s load=%.1f goal: %s",
                figure,
                text,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                goal));
    }

    /** What goes on meanwhile, apart from the figures. */
    static void note(String text) {
        System.err.println("  " + text);
    }
}
