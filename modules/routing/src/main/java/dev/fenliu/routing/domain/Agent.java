package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One who may answer, as they sit on the bench. Only the load and the last assignment move while a batch is decided.
 */
public final class Agent {
    private final MemberId id;
    private final Presence presence;
    private final Instant since;
    private final @Nullable Instant lastSeen;
    private final Instant createdAt;
    private final boolean main;
    private int load;
    private Instant lastAssigned;

    /**
     * @param since when the presence began
     * @param lastSeen the last heartbeat; null for somebody who never was at work
     * @param load unread conversations over all shops
     * @param lastAssigned when they last got a conversation; {@link Instant#EPOCH} if never
     */
    public Agent(
            MemberId id,
            Presence presence,
            Instant since,
            @Nullable Instant lastSeen,
            Instant createdAt,
            boolean main,
            int load,
            Instant lastAssigned) {
        this.id = id;
        this.presence = presence;
        this.since = since;
        this.lastSeen = lastSeen;
        this.createdAt = createdAt;
        this.main = main;
        this.load = load;
        this.lastAssigned = lastAssigned;
    }

    public MemberId id() {
        return id;
    }

    public Presence presence() {
        return presence;
    }

    public boolean isOnline() {
        return presence == Presence.ONLINE;
    }

    public Instant since() {
        return since;
    }

    /** OFFLINE, but so recently that one waits for them. */
    public boolean isJustGone(Loyalty loyalty, Instant now) {
        return presence == Presence.OFFLINE && lastSeen != null && loyalty.waits(lastSeen, now);
    }

    public @Nullable Instant lastSeen() {
        return lastSeen;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean isMain() {
        return main;
    }

    public int load() {
        return load;
    }

    public Instant lastAssigned() {
        return lastAssigned;
    }

    /** When the next of them is served: after all who were served before, though it be at the same moment. */
    public static Instant serving(Collection<Agent> agents, Instant now) {
        var moment = now;
        for (var agent : agents) {
            if (!moment.isAfter(agent.lastAssigned)) {
                moment = agent.lastAssigned.plus(1, ChronoUnit.MICROS);
            }
        }
        return moment;
    }

    /** The same, to try something out on. */
    public Agent copy() {
        return as(presence);
    }

    /** What they would be with another presence. */
    public Agent as(Presence other) {
        return new Agent(id, other, since, lastSeen, createdAt, main, load, lastAssigned);
    }

    /** The same from that moment on, when their presence became another. */
    Agent turned(Presence other, Instant at) {
        return new Agent(id, other, at, at, createdAt, main, load, lastAssigned);
    }

    void carriesOne() {
        load++;
    }

    void losesOne() {
        load = Math.max(0, load - 1);
    }

    void wasServedAt(Instant at) {
        lastAssigned = at;
    }
}
