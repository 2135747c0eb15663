package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The sign-ins as they are stored. */
public interface Sessions {
    void add(Session session);

    /** Those that nobody ended and that were used since, the latest first. */
    List<Session> of(EnterpriseId enterprise, MemberId member, Instant usedSince);

    void end(EnterpriseId enterprise, MemberId member, List<Long> sessions, Instant now);

    /** Logged out: the browser holds nothing any more that would have to be refused. */
    void forget(EnterpriseId enterprise, long session);

    /** When each was last used. */
    void used(Map<Long, Instant> uses);

    /** Forgets those that no browser can hold any more. */
    void forgetUnusedSince(Instant instant);

    /** One browser in which a member is signed in. */
    record Session(
            long id,
            EnterpriseId enterprise,
            MemberId member,
            Device device,
            String address,
            Instant beganAt,
            Instant usedAt) {}
}
