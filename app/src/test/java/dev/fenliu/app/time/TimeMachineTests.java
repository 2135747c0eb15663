package dev.fenliu.app.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fenliu.accounts.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TimeMachineTests {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Town town = new Town();
    private final DatabaseClock clock = new DatabaseClock(town::now, System::nanoTime);
    private final List<String> diary = new ArrayList<>();

    @Test
    void whatFallsDueOnTheWayIsDoneInOrder() {
        var lamps = new Chore("lamps", 7, 3);
        var bells = new Chore("bells", 5);

        machine(lamps, bells).advance(Duration.ofMinutes(10));

        assertThat(diary).containsExactly("lamps at 3", "bells at 5", "lamps at 7");
    }

    @Test
    void whatFallsDueLaterWaits() {
        machine(new Chore("lamps", 11)).advance(Duration.ofMinutes(10));

        assertThat(diary).isEmpty();
    }

    @Test
    void workMayMakeOtherWorkDueOnTheWay() {
        var bells = new Chore("bells");
        var lamps = new Chore("lamps", 3) {
            @Override
            public void doDue(Instant now) {
                if (!due.isEmpty()) {
                    bells.due.add(NOON.plus(Duration.ofMinutes(6)));
                }
                super.doDue(now);
            }
        };

        machine(lamps, bells).advance(Duration.ofMinutes(7));

        assertThat(diary).containsExactly("lamps at 3", "bells at 6");
    }

    @Test
    void theClockShowsEachInstantWhileItsWorkIsDone() {
        var shown = new ArrayList<Instant>();
        var lamps = new Chore("lamps", 3) {
            @Override
            public void doDue(Instant now) {
                super.doDue(now);
                shown.add(clock.instant());
            }
        };

        machine(lamps).advance(Duration.ofMinutes(10));

        assertThat(shown.getFirst()).isCloseTo(NOON.plus(Duration.ofMinutes(3)), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void everybodyIsToldBeforeTheClockMoves() {
        var told = new ArrayList<Instant>();
        var lamps = new Chore("lamps") {
            @Override
            public void clockWillMoveTo(Instant target) {
                told.add(clock.instant());
                told.add(target);
            }
        };

        machine(lamps).advance(Duration.ofHours(1));

        assertThat(told.getFirst()).isCloseTo(NOON, within(5, ChronoUnit.SECONDS));
        assertThat(told.getLast()).isCloseTo(NOON.plus(Duration.ofHours(1)), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void theClockRunsOnFromTheTarget() {
        var arrival = machine().advance(Duration.ofDays(3));

        assertThat(arrival).isCloseTo(NOON.plus(Duration.ofDays(3)), within(5, ChronoUnit.SECONDS));
        assertThat(clock.instant()).isBetween(arrival, arrival.plusSeconds(5));
    }

    @Test
    void workThatStaysDueEndsTheJourney() {
        var stuck = new Chore("stuck", 3) {
            @Override
            public void doDue(Instant now) {}
        };

        assertThatThrownBy(() -> machine(stuck).advance(Duration.ofMinutes(10)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1S", "P400DT0.000001S"})
    void theClockMovesOnlyAheadAndAtMost400Days(String length) {
        assertThatThrownBy(() -> machine().advance(Duration.parse(length))).isInstanceOf(AdvanceOutOfRange.class);

        assertThat(clock.instant()).isCloseTo(NOON, within(5, ChronoUnit.SECONDS));
    }

    @Test
    void fourHundredDaysAreAllowed() {
        assertThat(machine().advance(Duration.ofDays(400))).isAfterOrEqualTo(NOON.plus(Duration.ofDays(400)));
    }

    @Test
    void thereIsNoLeverUnlessOneIsAskedFor() {
        var program = new ApplicationContextRunner()
                .withBean(DatabaseClock.class, () -> clock)
                .withBean(SharedTime.class, () -> town)
                .withBean(DueWork.class, () -> new Chore("lamps"))
                .withUserConfiguration(TimeMachine.class, TimeController.class);

        program.run(context -> assertThat(context).doesNotHaveBean(TimeController.class));
        program.withPropertyValues("fenliu.time-machine=true")
                .run(context -> assertThat(context).hasSingleBean(TimeController.class));
    }

    private TimeMachine machine(DueWork... works) {
        return new TimeMachine(clock, town, List.of(works));
    }

    /** A town with one clock tower, which shows noon when we come in. */
    private static final class Town implements SharedTime {
        private final long start = System.nanoTime();
        private Duration offset = Duration.ZERO;

        @Override
        public Instant now() {
            return NOON.plusNanos(System.nanoTime() - start).plus(offset);
        }

        @Override
        public void moveAhead(Duration by) {
            offset = offset.plus(by);
        }

        @Override
        public <T> T aloneOnAllInstances(Supplier<T> work) {
            return work.get();
        }
    }

    /** Something to be done at some minutes after noon. */
    private class Chore implements DueWork {
        final TreeSet<Instant> due = new TreeSet<>();
        private final String name;

        Chore(String name, int... minutes) {
            this.name = name;
            for (var minute : minutes) {
                due.add(NOON.plus(Duration.ofMinutes(minute)));
            }
        }

        @Override
        public Optional<Instant> nextDue(Instant limit) {
            return due.headSet(limit, true).stream().findFirst();
        }

        @Override
        public void doDue(Instant now) {
            for (var instant : List.copyOf(due.headSet(now, true))) {
                due.remove(instant);
                diary.add(name + " at " + Duration.between(NOON, now).toMinutes());
            }
        }
    }
}
