package dev.fenliu.routing;

import dev.fenliu.accounts.AtWork;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Presence as the agents' desks tell it (rules 4). Each call is a transaction of its own unless one is there. */
public interface Desks {
    /** A desk of the agent has connected: ONLINE, or HIDDEN if they had chosen that. */
    void connected(EnterpriseId enterprise, MemberId member, Instant now);

    /** The desks of these agents are still connected. One statement for all of them. */
    void beat(Collection<MemberId> members, Instant now);

    /** The clock is about to be moved to {@code until}, and these desks stay connected all the way. */
    void stay(Collection<MemberId> members, Instant now, Instant until);

    /** The agent chose 在線, 掛斷, or to be gone at once; counts as a heartbeat. */
    void choose(EnterpriseId enterprise, MemberId member, Presence presence, Instant now);

    /** The agent as of now, whether or not a sweep has run. */
    AtWork atWork(EnterpriseId enterprise, MemberId member, Instant now);

    /** The parts of the span during which these agents were ONLINE or HIDDEN, the ongoing ones cut at {@code until}. */
    List<Stretch> stretches(EnterpriseId enterprise, Instant from, Instant until);

    /** One uninterrupted time in one presence; those of one agent never overlap. */
    record Stretch(MemberId member, Presence presence, Instant from, Instant until) {}
}
