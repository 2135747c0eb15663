package dev.fenliu.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ten thousand histories; {@code -Dfenliu.simulation.seed=…} looks at others, {@code …histories=…} at more. */
class PolicySimulationTests {
    private static final long FIRST_SEED = Long.getLong("fenliu.simulation.seed", 20_261_126);
    private static final int HISTORIES = Integer.getInteger("fenliu.simulation.histories", 10_000);

    @Test
    void thePolicyGivesTheSameOwnersForTheSameReasonsAsTheModel() {
        assertThat(PolicyTrials.parting(FIRST_SEED, HISTORIES, 200)).isNull();
    }
}
