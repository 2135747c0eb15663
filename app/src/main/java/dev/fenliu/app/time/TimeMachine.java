package dev.fenliu.app.time;

import dev.fenliu.accounts.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Moves the clock ahead, for trials: whatever falls due on the way is done in order, each as of its own instant. One
 * journey at a time, over all instances.
 */
@Service
@ConditionalOnBooleanProperty("fenliu.time-machine")
class TimeMachine {
    private static final Duration FARTHEST = Duration.ofDays(400);
    private static final int ROUNDS_AT_ONE_INSTANT = 1_000;

    private final DatabaseClock clock;
    private final SharedTime time;
    private final List<DueWork> works;

    TimeMachine(DatabaseClock clock, SharedTime time, List<DueWork> works) {
        this.clock = clock;
        this.time = time;
        this.works = works;
    }

    /** Returns the time on arrival; the clock runs on from there. */
    synchronized Instant advance(Duration by) {
        if (!by.isPositive() || by.compareTo(FARTHEST) > 0) {
            throw new AdvanceOutOfRange();
        }
        return time.aloneOnAllInstances(() -> travel(clock.instant().plus(by)));
    }

    /** Another instance may have moved the clock: whoever tries things out will not wait half a minute for this one. */
    @Scheduled(fixedDelayString = "PT1S")
    void follow() {
        clock.refresh();
    }

    private Instant travel(Instant target) {
        works.forEach(work -> work.clockWillMoveTo(target));
        var rounds = 0;
        var before = Optional.<Instant>empty();
        for (var next = earliest(target); next.isPresent(); next = earliest(target)) {
            rounds = next.equals(before) ? rounds + 1 : 0;
            if (rounds > ROUNDS_AT_ONE_INSTANT) {
                throw new IllegalStateException("something stays due at " + next.get() + " however often it is done");
            }
            arrive(next.get());
            before = next;
        }
        arrive(target);
        return clock.instant();
    }

    private Optional<Instant> earliest(Instant limit) {
        return works.stream()
                .map(work -> work.nextDue(limit))
                .flatMap(Optional::stream)
                .filter(due -> !due.isAfter(limit))
                .min(Comparator.naturalOrder());
    }

    private void arrive(Instant instant) {
        var ahead = Duration.between(clock.instant(), instant);
        if (ahead.isPositive()) {
            time.moveAhead(ahead);
            clock.refresh();
        }
        works.forEach(work -> work.doDue(instant));
    }
}
