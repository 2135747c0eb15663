package dev.fenliu.analytics.application;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.analytics.AnalyticsEvent;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The last readings of each enterprise, so that many who look at the dashboard at once are shown the same ones. They serve
 * for a second at most, since other instances have events of their own.
 */
@Component
class LatestReadings {
    private static final Duration SERVES_FOR = Duration.ofSeconds(1);

    /** Readings, and how much had happened when they were begun. */
    private record Taken(Readings readings, long happened) {}

    private final Cache<EnterpriseId, Taken> taken =
            Caffeine.newBuilder().expireAfterWrite(SERVES_FOR).build();
    private final Map<EnterpriseId, Long> happened = new ConcurrentHashMap<>();

    /** The last ones if nothing that they could miss was told here since, else those that are read now. */
    Readings current(EnterpriseId enterprise, Set<Day> days, Instant now, Supplier<Readings> read) {
        return latest(enterprise, days, now, last -> last.happened() == happened(enterprise), read);
    }

    /** The last ones whatever was told since, else those that are read now. */
    Readings recent(EnterpriseId enterprise, Set<Day> days, Instant now, Supplier<Readings> read) {
        return latest(enterprise, days, now, last -> true, read);
    }

    private Readings latest(
            EnterpriseId enterprise, Set<Day> days, Instant now, Predicate<Taken> suffices, Supplier<Readings> read) {
        var last = taken.getIfPresent(enterprise);
        if (last != null && suffices.test(last) && serves(last.readings(), days, now)) {
            return last.readings();
        }
        // Counted before the reading: what happens during it may or may not be in it.
        var before = happened(enterprise);
        var readings = read.get();
        taken.put(enterprise, new Taken(readings, before));
        return readings;
    }

    private long happened(EnterpriseId enterprise) {
        return happened.getOrDefault(enterprise, 0L);
    }

    private static boolean serves(Readings readings, Set<Day> days, Instant now) {
        return readings.counted().keySet().containsAll(days)
                && !readings.now().isAfter(now)
                && readings.now().plus(SERVES_FOR).isAfter(now);
    }

    @EventListener
    @Transactional(propagation = MANDATORY)
    public void on(AnalyticsEvent.FiguresChanged fact) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                happened.merge(fact.enterprise(), 1L, Long::sum);
            }
        });
    }
}
