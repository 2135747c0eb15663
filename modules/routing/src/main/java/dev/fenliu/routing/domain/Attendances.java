package dev.fenliu.routing.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.Desks.Stretch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everybody's presence, and the stretches of time that it makes. */
public interface Attendances {
    Optional<Attendance> find(EnterpriseId enterprise, MemberId member);

    List<Attendance> of(EnterpriseId enterprise);

    /** Locks one; makes it if there is none yet. */
    Attendance lock(EnterpriseId enterprise, MemberId member, Instant now);

    /**
     * Saves the next state of one that is locked, and ends and begins stretches of time accordingly.
     *
     * @param before as of now, which may be OFFLINE since a while
     */
    void save(Attendance before, Attendance after);

    /** Moves the heartbeat of those who are not OFFLINE as of {@code freshAfter}; says how many. One statement. */
    int beat(Collection<MemberId> members, Instant freshAfter, Instant now);

    /** Those of these members who are OFFLINE, or were not heard of after that. */
    List<Attendance> missing(Collection<MemberId> members, Instant freshAfter);

    /** Not OFFLINE, but without a heartbeat after that. */
    List<Attendance> silentSince(Instant lastSeen);

    /** The oldest heartbeat of anybody who is not OFFLINE. */
    Optional<Instant> oldestHeartbeat();

    List<Stretch> stretches(EnterpriseId enterprise, Instant from, Instant until);
}
