package dev.fenliu.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsTests {
    @Test
    void theMedianIsAWaitThatHalfOfThemDidNotExceed() {
        assertThat(Waits.of(30).median()).contains(30);
        assertThat(Waits.of(90, 10).median()).contains(10);
        assertThat(Waits.of(7, 3, 5).median()).contains(5);
        assertThat(Waits.NONE.median()).isEmpty();
    }

    @Test
    void nineInTenDidNotExceedTheNinetiethPercentile() {
        assertThat(Waits.of(IntStream.rangeClosed(1, 10).toArray()).p90()).contains(9);
        assertThat(Waits.of(IntStream.rangeClosed(1, 11).toArray()).p90()).contains(10);
        assertThat(Waits.NONE.p90()).isEmpty();
    }

    @Test
    void anyPartsPutTogetherTellWhatTheWholeTells() {
        var random = new Random(90);
        for (var round = 0; round < 100; round++) {
            var seconds = random.ints(random.nextInt(1, 200), 0, 90_000).toArray();
            var cut = random.nextInt(seconds.length + 1);
            var parts = List.of(
                    Waits.of(IntStream.of(seconds).limit(cut).toArray()),
                    Waits.of(IntStream.of(seconds).skip(cut).toArray()));

            assertThat(Waits.sum(parts)).isEqualTo(Waits.of(seconds));
        }
    }

    @Test
    void whatIsStoredIsReadBack() {
        var waits = Waits.of(0, 59, 43_200, Integer.MAX_VALUE);

        assertThat(Waits.from(waits.bytes())).isEqualTo(waits);
    }
}
