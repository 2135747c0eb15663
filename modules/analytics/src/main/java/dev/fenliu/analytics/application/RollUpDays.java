package dev.fenliu.analytics.application;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts days together as they are over. Whatever is not done yet is read from the facts, so nobody waits for it. */
@Component
class RollUpDays {
    private final RollUp rollUp;
    private final Clock clock;

    RollUpDays(RollUp rollUp, Clock clock) {
        this.rollUp = rollUp;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${fenliu.analytics.roll-up-after:1m}",
            fixedDelayString = "${fenliu.analytics.roll-up-every:10m}")
    void sweep() {
        for (var enterprise : rollUp.enterprises()) {
            for (var zone : rollUp.zones(enterprise)) {
                while (rollUp.next(enterprise, zone, clock.instant())) {
                    // The next day.
                }
            }
        }
    }
}
