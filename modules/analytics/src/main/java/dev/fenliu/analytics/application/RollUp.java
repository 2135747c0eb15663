package dev.fenliu.analytics.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.analytics.domain.RollUps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts days together that are over for good, one in each transaction. Doing it twice, or on two instances, is harmless. */
@Service
class RollUp {
    // An answer may come in time for so long after the day, and whoever has been answering may still be writing it
    // down.
    private static final Duration SETTLED_AFTER = Facts.IN_TIME.plusHours(1);

    private final RollUps rollUps;
    private final History history;

    RollUp(RollUps rollUps, History history) {
        this.rollUps = rollUps;
        this.history = history;
    }

    @Transactional(readOnly = true)
    public List<EnterpriseId> enterprises() {
        return rollUps.enterprises();
    }

    @Transactional(readOnly = true)
    public Set<ZoneId> zones(EnterpriseId enterprise) {
        return history.zones(enterprise);
    }

    /** The next day of that zone. False when there is none, or another instance is at it. */
    @Transactional
    public boolean next(EnterpriseId enterprise, ZoneId zone, Instant now) {
        var next = rollUps.lockNextDay(enterprise, zone);
        if (next.isEmpty()) {
            if (rollUps.nextDay(enterprise, zone).isPresent()) {
                return false;
            }
            rollUps.begin(enterprise, zone, history.first(enterprise, zone));
            return true;
        }
        var day = new Day(next.get(), zone);
        if (day.ends().plus(SETTLED_AFTER).isAfter(now)) {
            return false;
        }
        rollUps.keep(enterprise, day, history.make(enterprise, day, history.shopsIn(enterprise, zone), now));
        return true;
    }

    /** From the first day on. Until they are there again, figures come from the facts themselves. */
    @Transactional
    public void beginAnew(EnterpriseId enterprise) {
        for (var zone : history.zones(enterprise)) {
            rollUps.begin(enterprise, zone, history.first(enterprise, zone));
        }
        rollUps.beginAnew(
                enterprise,
                history.zones(enterprise).stream()
                        .map(zone -> history.first(enterprise, zone))
                        .min(LocalDate::compareTo)
                        .orElseThrow());
    }

    /** How many of its days are put together, and how many there are. */
    @Transactional(readOnly = true)
    public RollUpProgress progress(EnterpriseId enterprise, Instant now) {
        var done = 0L;
        var all = 0L;
        for (var zone : history.zones(enterprise)) {
            var first = history.first(enterprise, zone);
            var settled = Day.at(now.minus(SETTLED_AFTER), zone).date();
            var next = rollUps.nextDay(enterprise, zone).orElse(first);
            all += Math.max(0, settled.toEpochDay() - first.toEpochDay());
            done += Math.clamp(
                    next.toEpochDay() - first.toEpochDay(), 0, Math.max(0, settled.toEpochDay() - first.toEpochDay()));
        }
        return new RollUpProgress(done, all);
    }
}
