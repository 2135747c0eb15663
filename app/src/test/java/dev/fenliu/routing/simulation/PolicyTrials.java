package dev.fenliu.routing.simulation;

import java.util.Comparator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Many histories through the pure policy. */
public final class PolicyTrials {
    private static final int ATTEMPTS_TO_SHRINK = 5_000;

    private PolicyTrials() {}

    /**
     * The first history of those seeds in which policy and model part, shrunk and told; null if they never do.
     *
     * @param longest how many steps the longest has; the others have a tenth of it or more
     */
    public static @Nullable String parting(long firstSeed, int histories, int longest) {
        return LongStream.range(firstSeed, firstSeed + histories)
                .parallel()
                .filter(seed -> Trial.of(Histories.history(seed, steps(seed, longest)), new PureWorld())
                        .isPresent())
                .boxed()
                .min(Comparator.naturalOrder())
                .map(seed -> tell(seed, steps(seed, longest)))
                .orElse(null);
    }

    private static int steps(long seed, int longest) {
        return longest - Math.floorMod(seed, longest * 9 / 10);
    }

    /** The first history of those seeds in which they part, one after the other and as it is; null if they never do. */
    public static @Nullable String firstParting(long firstSeed, int histories, int steps) {
        for (var seed = firstSeed; seed < firstSeed + histories; seed++) {
            var parting = Trial.of(Histories.history(seed, steps), new PureWorld());
            if (parting.isPresent()) return "seed " + seed + ", " + parting.get();
        }
        return null;
    }

    private static String tell(long seed, int steps) {
        var history = Histories.history(seed, steps);
        var parting = Trial.of(history, new PureWorld()).orElseThrow();
        return Trial.tell(seed, history, parting, it -> Trial.of(it, new PureWorld()), ATTEMPTS_TO_SHRINK);
    }
}
