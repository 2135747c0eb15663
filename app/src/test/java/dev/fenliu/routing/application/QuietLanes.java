package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.routing.domain.Attendances;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.test.util.ReflectionTestUtils;

/** Does what falls due by the clock in one enterprise alone, and waits until its lane has run dry. */
@Component
public class QuietLanes {
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    private final LaneRunner runner;
    private final KeepPresence presence;
    private final Attendances attendances;
    private final RoutingSettings settings;
    private final Map<EnterpriseId, AtomicInteger> signals;

    @SuppressWarnings("unchecked")
    QuietLanes(LaneRunner runner, KeepPresence presence, Attendances attendances, RoutingSettings settings) {
        this.runner = runner;
        this.presence = presence;
        this.attendances = attendances;
        this.settings = settings;
        this.signals = (Map<EnterpriseId, AtomicInteger>)
                Objects.requireNonNull(ReflectionTestUtils.getField(runner, "signals"));
    }

    /** Returns once every signal so far has been followed: nobody helps along with what no signal announced. */
    public void await(EnterpriseId enterprise) {
        var begun = System.nanoTime();
        for (var signal = signals.get(enterprise); signal != null && signal.get() > 0; ) {
            if (System.nanoTime() - begun > LONGEST) throw new IllegalStateException("the lane runs and runs");
            LockSupport.parkNanos(100_000);
        }
    }

    /** Ends the holds whose time is up, as the sweep does. */
    public void endHolds(EnterpriseId enterprise) {
        runner.drain(enterprise, true);
    }

    /** Writes down who has fallen silent, as the sweep does. */
    public void silence(EnterpriseId enterprise, Instant now) {
        attendances.of(enterprise).stream()
                .filter(attendance ->
                        !attendance.asOf(now, settings.offlineAfter()).equals(attendance))
                .forEach(silent -> presence.wentSilent(silent, now));
    }
}
