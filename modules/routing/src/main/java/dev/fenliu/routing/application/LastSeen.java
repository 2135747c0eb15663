package dev.fenliu.routing.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.domain.Attendance;
import dev.fenliu.routing.domain.Attendances;
import dev.fenliu.routing.domain.Loyalty;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whether agents are there, or were seen so lately that they are waited for (rules 2, rows 1a and 1b). */
@Component
class LastSeen {
    private final Attendances attendances;
    private final Loyalty loyalty;
    private final RoutingSettings settings;
    // Nobody is ever last seen earlier than before: whoever is waited for by what is remembered here is in truth too,
    // be it
    // minutes old. Only for the others the database is asked.
    private final Cache<MemberId, Instant> moments =
            Caffeine.newBuilder().maximumSize(100_000).build();

    LastSeen(Attendances attendances, Loyalty loyalty, RoutingSettings settings) {
        this.attendances = attendances;
        this.loyalty = loyalty;
        this.settings = settings;
    }

    boolean isThereOrWaitedFor(EnterpriseId enterprise, MemberId member, Instant now) {
        var seen = moments.getIfPresent(member);
        return (seen != null && loyalty.waits(seen, now))
                || attendances
                        .find(enterprise, member)
                        .map(it -> it.asOf(now, settings.offlineAfter()))
                        .filter(it -> isThereOrWaitedFor(it, now))
                        .isPresent();
    }

    private boolean isThereOrWaitedFor(Attendance attendance, Instant now) {
        moments.put(attendance.member(), attendance.lastSeen());
        return attendance.presence() != Presence.OFFLINE || loyalty.waits(attendance.lastSeen(), now);
    }
}
