package dev.fenliu.routing.application;

import static java.util.stream.Collectors.toMap;
import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.accounts.AccountEvent;
import dev.fenliu.accounts.AtWork;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.WorkFloor;
import dev.fenliu.routing.Conversations;
import dev.fenliu.routing.Desks;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.routing.domain.Attendance;
import dev.fenliu.routing.domain.Attendances;
import dev.fenliu.routing.domain.Lanes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who is at work (rules 4), and tells it as of now, whether or not a sweep has run. */
@Service
class KeepPresence implements Desks, WorkFloor {
    private final Attendances attendances;
    private final Conversations conversations;
    private final Lanes lanes;
    private final LaneRunner runner;
    private final RoutingSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepPresence(
            Attendances attendances,
            Conversations conversations,
            Lanes lanes,
            LaneRunner runner,
            RoutingSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.attendances = attendances;
        this.conversations = conversations;
        this.lanes = lanes;
        this.runner = runner;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void connected(EnterpriseId enterprise, MemberId member, Instant now) {
        var before = attendances.lock(enterprise, member, now).asOf(now, settings.offlineAfter());
        save(before, before.seen(now), now);
    }

    @Override
    @Transactional
    public void beat(Collection<MemberId> members, Instant now) {
        if (members.isEmpty()) {
            return;
        }
        var freshAfter = now.minus(settings.offlineAfter());
        if (attendances.beat(members, freshAfter, now) < members.size()) {
            // After a stall of this instance they count as gone, though their desks are still there.
            attendances.missing(members, freshAfter).forEach(gone -> connected(gone.enterprise(), gone.member(), now));
        }
    }

    @Override
    @Transactional
    public void stay(Collection<MemberId> members, Instant now, Instant until) {
        beat(members, now);
        if (!members.isEmpty()) {
            attendances.beat(members, now.minus(settings.offlineAfter()), until);
        }
    }

    @Override
    @Transactional
    public void choose(EnterpriseId enterprise, MemberId member, Presence choice, Instant now) {
        // Whoever leaves the bench waits for a running batch, which may still choose them.
        lanes.enter(enterprise);
        var before = attendances.lock(enterprise, member, now).asOf(now, settings.offlineAfter());
        save(before, before.chose(choice, now), now);
    }

    @EventListener
    @Order(2)
    @Transactional(propagation = MANDATORY)
    public void on(AccountEvent.LoggedOut loggedOut) {
        var enterprise = loggedOut.enterprise();
        var now = loggedOut.occurredAt();
        lanes.enter(enterprise);
        if (attendances.find(enterprise, loggedOut.member()).isEmpty()) return;
        var before = attendances.lock(enterprise, loggedOut.member(), now).asOf(now, settings.offlineAfter());
        // Whoever was gone long before was last seen then, and not at the log-out of some other page.
        if (before.presence() != Presence.OFFLINE) save(before, before.chose(Presence.OFFLINE, now), now);
    }

    @Override
    @Transactional(readOnly = true)
    public AtWork atWork(EnterpriseId enterprise, MemberId member, Instant now) {
        var load = conversations.load(enterprise, member);
        var attendance = attendances.find(enterprise, member).map(it -> it.asOf(now, settings.offlineAfter()));
        return atWork(member, attendance.orElse(null), load);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MemberId, Presence> presences(EnterpriseId enterprise) {
        var now = clock.instant();
        return attendances.of(enterprise).stream()
                .collect(toMap(
                        Attendance::member,
                        it -> it.asOf(now, settings.offlineAfter()).presence()));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MemberId, AtWork> of(EnterpriseId enterprise) {
        var now = clock.instant();
        var loads = conversations.loads(enterprise);
        var everybody = new HashMap<MemberId, AtWork>();
        loads.forEach((member, load) -> everybody.put(member, atWork(member, null, load)));
        for (var attendance : attendances.of(enterprise)) {
            everybody.put(
                    attendance.member(),
                    atWork(
                            attendance.member(),
                            attendance.asOf(now, settings.offlineAfter()),
                            loads.getOrDefault(attendance.member(), 0)));
        }
        return everybody;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Stretch> stretches(EnterpriseId enterprise, Instant from, Instant until) {
        return attendances.stretches(enterprise, from, until);
    }

    /** Writes down that somebody went silent; says whether they still were when it was their turn. */
    @Transactional
    public void wentSilent(Attendance silent, Instant now) {
        lanes.enter(silent.enterprise());
        var written = attendances.lock(silent.enterprise(), silent.member(), now);
        var gone = written.asOf(now, settings.offlineAfter());
        if (gone.presence() != written.presence()) {
            attendances.save(written, gone);
            events.publishEvent(
                    new RoutingEvent.PresenceChanged(gone.enterprise(), gone.member(), gone.presence(), now));
        }
    }

    private void save(Attendance before, Attendance after, Instant now) {
        attendances.save(before, after);
        if (before.presence() != after.presence()) {
            events.publishEvent(
                    new RoutingEvent.PresenceChanged(after.enterprise(), after.member(), after.presence(), now));
            runner.wakeAfterCommit(after.enterprise());
        }
    }

    private static AtWork atWork(MemberId member, @Nullable Attendance attendance, int load) {
        return attendance == null
                ? new AtWork(member, Presence.OFFLINE, null, null, load)
                : new AtWork(member, attendance.presence(), attendance.since(), attendance.lastSeen(), load);
    }
}
