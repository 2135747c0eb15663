package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs the lanes of this instance: one run per lane at a time, and a signal that comes during a run causes another, so
 * that nothing committed after a batch has read is left behind.
 */
@Component
class LaneRunner implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(LaneRunner.class);

    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final DrainLane drain;
    private final Map<EnterpriseId, AtomicInteger> signals = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("lane-", 0).factory());
    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(5)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(15))
            .multiplier(2)
            .predicate(ConcurrencyFailureException.class::isInstance)
            .build());

    LaneRunner(DrainLane drain) {
        this.drain = drain;
    }

    /** Wakes the lane once the present transaction has committed; at once if there is none. */
    void wakeAfterCommit(EnterpriseId enterprise) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake(enterprise);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(enterprise);
            }
        });
    }

    private void wake(EnterpriseId enterprise) {
        var signal = signals.computeIfAbsent(enterprise, any -> new AtomicInteger());
        if (signal.getAndIncrement() == 0) {
            threads.execute(() -> run(enterprise, signal));
        }
    }

    private void run(EnterpriseId enterprise, AtomicInteger signal) {
        int seen;
        do {
            seen = signal.get();
            try {
                drain(enterprise, true);
            } catch (RuntimeException | Error failure) {
                // The sweep comes again; a lane that cannot run must not keep others from their signals.
                log.error("lane of enterprise {} failed", enterprise, failure);
            }
            letMoreCome(signal.get() - seen);
        } while (!signal.compareAndSet(seen, 0));
    }

    // In a burst a batch costs more than what it decides: the more came during the last, the longer the next one waits.
    private static void letMoreCome(int signals) {
        if (signals > 1) {
            LockSupport.parkNanos(Math.min(signals, LONGEST_PAUSE_MILLIS) * 1_000_000L);
        }
    }

    /** Decides everything that can be decided now, in this thread. */
    void drain(EnterpriseId enterprise, boolean wait) {
        if (!drain.hasWork(enterprise)) {
            return;
        }
        boolean more;
        do {
            more = retrying(() -> drain.batch(enterprise, wait));
        } while (more);
    }

    /** The same; what goes wrong in one lane must not keep others from their turn. */
    void drainWhateverHappens(EnterpriseId enterprise, boolean wait) {
        try {
            drain(enterprise, wait);
        } catch (RuntimeException failure) {
            log.error("lane of enterprise {} failed", enterprise, failure);
        }
    }

    private boolean retrying(BooleanSupplier batch) {
        try {
            return Boolean.TRUE.equals(retries.<Boolean>execute(batch::getAsBoolean));
        } catch (RetryException exhausted) {
            throw new IllegalStateException("a batch failed again and again", exhausted.getCause());
        }
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
