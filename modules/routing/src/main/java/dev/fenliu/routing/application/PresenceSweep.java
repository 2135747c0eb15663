package dev.fenliu.routing.application;

import dev.fenliu.accounts.DueWork;
import dev.fenliu.routing.domain.Attendance;
import dev.fenliu.routing.domain.Attendances;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns those OFFLINE of whom nothing was heard for a while. Presence is right without it; screens and hours follow. */
@Component
@Order(0)
class PresenceSweep implements DueWork {
    private static final Logger log = LoggerFactory.getLogger(PresenceSweep.class);

    private final Attendances attendances;
    private final KeepPresence presence;
    private final RoutingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PresenceSweep(
            Attendances attendances,
            KeepPresence presence,
            RoutingSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.attendances = attendances;
        this.presence = presence;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${fenliu.routing.presence-every:5s}")
    void sweep() {
        doDue(clock.instant());
    }

    @Override
    public Optional<Instant> nextDue(Instant limit) {
        return transaction
                .execute(status -> attendances.oldestHeartbeat())
                .map(seen -> seen.plus(settings.offlineAfter()))
                .filter(due -> !due.isAfter(limit));
    }

    @Override
    public void doDue(Instant now) {
        transaction
                .execute(status -> attendances.silentSince(now.minus(settings.offlineAfter())))
                .forEach(silent -> end(silent, now));
    }

    // One whose turn fails is found again by the next sweep, and keeps nobody else.
    private void end(Attendance silent, Instant now) {
        try {
            presence.wentSilent(silent, now);
        } catch (RuntimeException failure) {
            log.error("the silence of member {} could not be written down", silent.member(), failure);
        }
    }
}
