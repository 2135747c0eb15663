package dev.fenliu.routing.application;

import static java.util.stream.Collectors.toMap;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.RecordedChats;
import dev.fenliu.routing.domain.Attendances;
import dev.fenliu.routing.domain.DecisionLog;
import dev.fenliu.routing.domain.DecisionLog.Beginning;
import dev.fenliu.routing.domain.LocalDay;
import dev.fenliu.routing.domain.Loyalty;
import dev.fenliu.routing.domain.RecordedTraffic;
import dev.fenliu.routing.domain.Shifts;
import dev.fenliu.routing.domain.TooManyRecordedChats;
import dev.fenliu.routing.domain.Traffic;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads how a day really went. */
@Component
class RecordedDays {
    private static final int MOST_CHATS = 10_000;

    private final DecisionLog log;
    private final RecordedChats chats;
    private final Attendances attendances;
    private final Loyalty loyalty;

    RecordedDays(DecisionLog log, RecordedChats chats, Attendances attendances, Loyalty loyalty) {
        this.log = log;
        this.chats = chats;
        this.attendances = attendances;
        this.loyalty = loyalty;
    }

    /** What came to the shop. Two statements. */
    Traffic traffic(EnterpriseId enterprise, ShopId shop, LocalDay day, Instant now) {
        var beginnings = log.beginnings(enterprise, shop, day.start(), day.end(), MOST_CHATS + 1);
        if (beginnings.size() > MOST_CHATS) throw new TooManyRecordedChats(MOST_CHATS);
        var given = beginnings.stream()
                .filter(beginning -> beginning.assignedAt() != null)
                .collect(toMap(Beginning::conversation, beginning -> Objects.requireNonNull(beginning.assignedAt())));
        var came = chats.of(
                enterprise, beginnings.stream().map(Beginning::conversation).toList());
        return new RecordedTraffic(given).traffic(day.start(), end(day, now), came);
    }

    /** Who was there, and who had just gone when the day began. One statement. */
    Shifts shifts(EnterpriseId enterprise, LocalDay day, Instant now) {
        return new Shifts(attendances.stretches(enterprise, day.start().minus(loyalty.grace()), end(day, now)));
    }

    private static Instant end(LocalDay day, Instant now) {
        return day.end().isBefore(now) ? day.end() : now;
    }
}
