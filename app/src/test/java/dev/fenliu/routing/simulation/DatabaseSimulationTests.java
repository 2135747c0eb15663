package dev.fenliu.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Histories through the whole program: use cases, listeners, lanes and SQL, each in an enterprise of its own and several
 * at a time. {@code -Dfenliu.simulation.seed=…} looks at others, {@code …database-histories=…} at more or fewer.
 */
@FenliuTest
class DatabaseSimulationTests {
    private static final long FIRST_SEED = Long.getLong("fenliu.simulation.seed", 20_261_126);
    private static final int HISTORIES = Integer.getInteger("fenliu.simulation.database-histories", 300);
    private static final int STEPS = 100;
    private static final int AT_ONCE = 4;
    private static final int ATTEMPTS_TO_SHRINK = 150;

    @Autowired
    DatabaseWorlds worlds;

    @Test
    void theProgramGivesTheSameOwnersForTheSameReasonsAsTheModel() throws Exception {
        var partings = new ConcurrentSkipListMap<Long, Trial.Parting>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<?>>();
            for (var number = 0; number < HISTORIES; number++) {
                var seed = FIRST_SEED + number;
                running.add(threads.submit(() -> {
                    if (partings.isEmpty()) {
                        live(seed).ifPresent(parted -> partings.put(seed, parted));
                    }
                }));
            }
            await(running);
        }

        assertThat(partings.entrySet().stream().findFirst().map(it -> tell(it.getKey(), it.getValue())))
                .isEmpty();
    }

    private Optional<Trial.Parting> live(long seed) {
        try {
            return parting(Histories.history(seed, STEPS));
        } catch (AssertionError figures) {
            throw new AssertionError("seed " + seed + " leaves figures that its conversations do not", figures);
        }
    }

    private static void await(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (var each : running) {
            each.get();
        }
    }

    private Optional<Trial.Parting> parting(List<Step> history) {
        var parting = new AtomicReference<>(Optional.<Trial.Parting>empty());
        worlds.inOne(world -> parting.set(Trial.of(history, world)));
        return parting.get();
    }

    private String tell(long seed, Trial.Parting first) {
        var history = Histories.history(seed, STEPS);
        return parting(history)
                .map(parted -> Trial.tell(seed, history, parted, this::parting, ATTEMPTS_TO_SHRINK))
                .orElse("seed " + seed + " parted once, and did not again: " + first);
    }
}
