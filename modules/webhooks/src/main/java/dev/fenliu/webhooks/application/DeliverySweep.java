package dev.fenliu.webhooks.application;

import dev.fenliu.webhooks.domain.Courier;
import dev.fenliu.webhooks.domain.Deliveries.Destination;
import dev.fenliu.webhooks.domain.Outcome;
import dev.fenliu.webhooks.domain.Parcel;
import dev.fenliu.webhooks.domain.Trouble;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings what is due to each receiver in a thread of its own, some at once: one that is slow or broken delays what is its
 * own and nobody else's. Several instances share the work.
 */
@Component
class DeliverySweep implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(DeliverySweep.class);

    // Whoever answers byte by byte keeps within the courier's time for each of them.
    private static final long LONGEST_SECONDS = 30;

    private final Deliver deliver;
    private final Courier courier;
    private final Clock clock;
    private final Set<Destination> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService rounds = threads("webhook-");
    private final ExecutorService attempts = threads("delivery-");
    private volatile boolean ending;

    DeliverySweep(Deliver deliver, Courier courier, Clock clock) {
        this.deliver = deliver;
        this.courier = courier;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${fenliu.webhooks.sweep-every:1s}",
            initialDelayString = "${fenliu.webhooks.sweep-every:1s}")
    void sweep() {
        for (var destination : deliver.due(clock.instant())) {
            if (!ending && busy.add(destination)) rounds.execute(() -> run(destination));
        }
    }

    private void run(Destination destination) {
        try {
            boolean more;
            do {
                more = bringSome(destination);
            } while (more && !ending);
        } catch (RuntimeException failure) {
            log.error("deliveries to webhook {} failed", destination.hook(), failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            busy.remove(destination);
        }
    }

    /** Whether there may be more. */
    private boolean bringSome(Destination destination) throws InterruptedException {
        var load = deliver.take(destination, clock.instant()).orElse(null);
        if (load == null) return false;
        var errands = load.parcels().stream()
                .<Callable<Outcome>>map(parcel -> () -> courier.bring(load.receiver(), parcel, clock.instant()))
                .toList();
        var tried = attempts.invokeAll(errands, LONGEST_SECONDS, TimeUnit.SECONDS);
        Map<Parcel, Outcome> outcomes = new LinkedHashMap<>();
        for (var i = 0; i < tried.size(); i++) {
            outcomes.put(load.parcels().get(i), outcome(tried.get(i)));
        }
        deliver.settle(load.receiver(), outcomes, clock.instant());
        return load.parcels().size() == Deliver.AT_ONCE;
    }

    private static Outcome outcome(Future<Outcome> tried) throws InterruptedException {
        if (tried.isCancelled()) return Outcome.unanswered(Trouble.TOO_SLOW);
        try {
            return tried.get();
        } catch (ExecutionException failure) {
            log.warn("a delivery could not be tried", failure.getCause());
            return Outcome.unanswered(Trouble.UNREACHABLE);
        }
    }

    // What is on its way is brought and written down first.
    @Override
    public void destroy() {
        ending = true;
        rounds.close();
        attempts.close();
    }

    private static ExecutorService threads(String name) {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name, 0).factory());
    }
}
