package dev.fenliu.app.ids;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FenliuTest
class NodeIdsTests {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Autowired
    Nodes nodes;

    @Autowired
    NodeIds ids;

    private final UUID instance = UUID.randomUUID();
    private final HashSet<Integer> leased = new HashSet<>();

    @AfterEach
    void giveBack() {
        leased.forEach(number -> nodes.giveBack(number, instance));
    }

    @Test
    void twoLeasesHaveDifferentNumbers() {
        assertThat(lease()).isNotEqualTo(lease()).isNotEqualTo(ids.node());
    }

    @Test
    void leasesTakenAtTheSameTimeHaveDifferentNumbers() throws InterruptedException {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> leasing = () -> nodes.lease(instance, LONG);
            people.invokeAll(Stream.generate(() -> leasing).limit(8).toList())
                    .forEach(number -> leased.add(number.resultNow()));
        }

        assertThat(leased).hasSize(8).doesNotContain(ids.node());
    }

    @Test
    void aNumberGivenBackIsTakenAgain() {
        var number = lease();
        nodes.giveBack(number, instance);

        assertThat(lease()).isEqualTo(number);
    }

    @Test
    void aNumberWhoseLeaseHasRunOutIsTakenOverAndCannotBeRenewed() {
        var gone = UUID.randomUUID();
        var number = nodes.lease(gone, Duration.ZERO);

        assertThat(lease()).isEqualTo(number);
        assertThat(nodes.renew(number, gone, LONG)).isFalse();
        assertThat(nodes.renew(number, instance, LONG)).isTrue();
    }

    @Test
    void whoLostTheNumberTakesAnother() {
        var other = new NodeIds(nodes);
        var before = other.node();
        other.giveBack();
        leased.add(nodes.lease(instance, LONG));

        other.renew();

        assertThat(other.node()).isNotEqualTo(before);
        other.giveBack();
    }

    private int lease() {
        var number = nodes.lease(instance, LONG);
        leased.add(number);
        return number;
    }
}
