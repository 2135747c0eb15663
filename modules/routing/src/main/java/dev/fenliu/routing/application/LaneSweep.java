package dev.fenliu.routing.application;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.DueWork;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.routing.domain.Stagings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends holds whose time is up, and looks into every lane now and then in case a signal was lost: first of all when the
 * program starts, for what was asked when it last ended.
 */
@Component
class LaneSweep implements DueWork {
    private final Stagings stagings;
    private final Directory directory;
    private final LaneRunner lanes;
    private final RoutingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LaneSweep(
            Stagings stagings,
            Directory directory,
            LaneRunner lanes,
            RoutingSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.stagings = stagings;
        this.directory = directory;
        this.lanes = lanes;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${fenliu.routing.sweep-every:30s}",
            initialDelayString = "${fenliu.routing.first-sweep-after:1s}")
    void sweep() {
        if (settings.sweep()) {
            waiting().forEach(enterprise -> lanes.drainWhateverHappens(enterprise, false));
        }
    }

    @Scheduled(
            fixedDelayString = "${fenliu.routing.holds-every:1s}",
            initialDelayString = "${fenliu.routing.holds-every:1s}")
    void endHolds() {
        transaction
                .<List<EnterpriseId>>execute(status -> withHoldsToEnd())
                .forEach(enterprise -> lanes.drainWhateverHappens(enterprise, true));
    }

    // In a shop that is 停用 nothing is decided: its holds wait until it is back, and wake nobody meanwhile.
    private List<EnterpriseId> withHoldsToEnd() {
        return stagings.withHoldsOver(clock.instant()).entrySet().stream()
                .filter(held -> held.getValue().stream()
                        .anyMatch(shop ->
                                directory.shop(held.getKey(), shop).stream().anyMatch(Shop::authorized)))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue(Instant limit) {
        // A hold ends after its last instant, not at it. One that is over and still there waits for a shop that is off.
        return transaction
                .execute(status -> stagings.firstHeldUntil(clock.instant()))
                .map(until -> until.plus(1, ChronoUnit.MICROS))
                .filter(due -> !due.isAfter(limit));
    }

    @Override
    public void doDue(Instant now) {
        waiting().forEach(enterprise -> lanes.drain(enterprise, true));
    }

    private List<EnterpriseId> waiting() {
        return transaction.execute(status -> stagings.withAny());
    }
}
