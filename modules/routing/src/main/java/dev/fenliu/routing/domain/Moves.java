package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conversations that people move by hand, one after the other; each changes the loads that the next one sees. */
public final class Moves {
    private final Map<MemberId, Agent> agents;
    private final Instant now;
    private final Map<MemberId, Instant> served = new LinkedHashMap<>();

    /** @param agents everybody of the enterprise */
    public Moves(Map<MemberId, Agent> agents, Instant now) {
        this.agents = agents;
        this.now = now;
    }

    /**
     * Moves one, which its new owner finds unread.
     *
     * @param unread whether it counts as load of whoever has it
     */
    public void move(@Nullable MemberId owner, boolean unread, Agent to) {
        var from = owner == null ? null : agents.get(owner);
        if (from != null && unread) {
            from.losesOne();
        }
        to.carriesOne();
        var moment = Agent.serving(agents.values(), now);
        to.wasServedAt(moment);
        served.put(to.id(), moment);
    }

    /** Who got a conversation, and when: strictly one after the other, though they happen at once. */
    public Map<MemberId, Instant> served() {
        return served;
    }
}
