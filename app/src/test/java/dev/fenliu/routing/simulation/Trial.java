package dev.fenliu.routing.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lives a history through in the model and in another world, and compares them after each step. */
final class Trial {
    /** When every history begins. */
    static final Instant BEGINNING = Instant.parse("2040-01-02T01:00:00Z");

    private final List<Step> history;
    private final World product;
    private final Model model = new Model(BEGINNING);

    private Trial(List<Step> history, World product) {
        this.history = history;
        this.product = product;
    }

    /** Where the two part, and how. */
    record Parting(int step, String how) {}

    static Optional<Parting> of(List<Step> history, World product) {
        return new Trial(history, product).live();
    }

    private Optional<Parting> live() {
        var before = List.<Seen>of();
        for (var number = 0; number < history.size(); number++) {
            var step = history.get(number);
            var expected = model.live(step);
            String answer;
            try {
                answer = product.live(step);
            } catch (RuntimeException | AssertionError failure) {
                return Optional.of(new Parting(number, failure.toString()));
            }
            var after = new ArrayList<Seen>();
            var how = compare(expected, answer, after).or(promises(step, before, after));
            if (how.isPresent()) return Optional.of(new Parting(number, how.get()));
            before = after;
        }
        return Optional.empty();
    }

    private final List<Made> decided = new ArrayList<>();

    private Optional<String> compare(String expected, String answer, List<Seen> after) {
        if (!expected.equals(answer))
            return Optional.of("expected the answer <" + expected + ">, was <" + answer + ">");
        decided.clear();
        decided.addAll(inOrder(model.decisions()));
        var made = inOrder(product.decisions());
        if (!made.equals(decided))
            return Optional.of("expected the decisions\n      " + decided + "\n    were\n      " + made);
        var seen = model.conversations();
        var found = product.conversations();
        if (!found.equals(seen)) {
            return Optional.of(
                    "expected\n      " + without(seen, found) + "\n    found\n      " + without(found, seen));
        }
        after.addAll(seen);
        return Optional.empty();
    }

    /** Each conversation's own, one after the other: which of two is decided first shows in their owners alone. */
    private static List<Made> inOrder(List<Made> decisions) {
        return decisions.stream()
                .sorted(Comparator.comparingInt(Made::shop).thenComparingInt(Made::buyer))
                .toList();
    }

    private static List<Seen> without(List<Seen> these, List<Seen> those) {
        return these.stream().filter(it -> !those.contains(it)).toList();
    }

    /** The invariants: they hold in the model, and therefore in the product that was found to be like it. */
    private Supplier<Optional<String>> promises(Step step, List<Seen> before, List<Seen> after) {
        return () -> model.brokenPromise()
                .or(() -> decided.stream()
                        .flatMap(one -> model.brokenPromise(one).stream())
                        .findFirst())
                .or(() -> step instanceof Step.Passes ? movedByTime(before, after) : Optional.empty());
    }

    /** What is unread and somebody's own is neither closed nor moved because time goes by. */
    private static Optional<String> movedByTime(List<Seen> before, List<Seen> after) {
        return before.stream()
                .filter(one -> one.isUnread() && !one.held() && !after.contains(one))
                .map(one -> "time alone moved " + one)
                .findFirst();
    }

    /** The history with as few steps as still part the two, told in sentences. */
    static String tell(
            long seed,
            List<Step> history,
            Parting parting,
            Function<List<Step>, Optional<Parting>> trial,
            int attempts) {
        var shortest = history.subList(0, parting.step() + 1);
        var last = parting;
        var left = attempts;
        for (var chunk = Math.max(1, shortest.size() / 2); chunk > 0; chunk = chunk == 1 ? 0 : chunk / 2) {
            for (var start = 0; start < shortest.size() && left > 0; left--) {
                var shorter = new ArrayList<>(shortest.subList(0, start));
                shorter.addAll(shortest.subList(Math.min(start + chunk, shortest.size()), shortest.size()));
                var parted = trial.apply(shorter);
                if (parted.isPresent()) {
                    last = parted.get();
                    shortest = shorter.subList(0, last.step() + 1);
                } else {
                    start += chunk;
                }
            }
        }
        var story = new StringBuilder("seed " + seed + ", shrunk to " + shortest.size() + " steps:\n");
        for (var number = 0; number < shortest.size(); number++) {
            story.append("%4d. %s%n".formatted(number + 1, shortest.get(number)));
        }
        return story.append("    ").append(last.how()).toString();
    }
}
