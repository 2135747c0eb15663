package dev.fenliu.routing.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import java.time.Duration;
import java.time.Instant;

/**
 * An agent's presence as last written down (rules 4).
 *
 * @param since when the state began
 * @param lastSeen the last heartbeat
 * @param hidden the agent's own choice of 掛斷, which holds over all tabs and reconnects until they choose 在線
 */
public record Attendance(
        EnterpriseId enterprise, MemberId member, Presence presence, Instant since, Instant lastSeen, boolean hidden) {

    /** Somebody who never was at work. */
    public static Attendance unseen(EnterpriseId enterprise, MemberId member, Instant now) {
        return new Attendance(enterprise, member, Presence.OFFLINE, now, now, false);
    }

    /** As of then: OFFLINE since the last heartbeat if none has come for that long. */
    public Attendance asOf(Instant now, Duration patience) {
        return presence != Presence.OFFLINE && !now.isBefore(lastSeen.plus(patience))
                ? new Attendance(enterprise, member, Presence.OFFLINE, lastSeen, lastSeen, hidden)
                : this;
    }

    /** A desk connected, or is connected still. */
    public Attendance seen(Instant now) {
        return to(hidden ? Presence.HIDDEN : Presence.ONLINE, now, hidden);
    }

    /** The agent chose; choosing to be gone leaves the choice of 掛斷 as it is. */
    public Attendance chose(Presence choice, Instant now) {
        return to(choice, now, choice == Presence.OFFLINE ? hidden : choice == Presence.HIDDEN);
    }

    private Attendance to(Presence next, Instant now, boolean nextHidden) {
        // Clocks of instances differ, and whoever waited for the lane comes with an earlier time than the one before:
        // neither a heartbeat nor the beginning of a state goes back.
        var begins = next == presence || now.isBefore(since) ? since : now;
        return new Attendance(enterprise, member, next, begins, now.isBefore(lastSeen) ? lastSeen : now, nextHidden);
    }
}
