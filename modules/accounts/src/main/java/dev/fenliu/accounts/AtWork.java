package dev.fenliu.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent as seen from outside right now.
 *
 * @param since when the present state began; null for somebody who never was at work
 * @param lastSeen the last heartbeat of any desk; null for somebody who never was at work
 * @param load unread conversations over all shops, holds included
 */
public record AtWork(
        MemberId member,
        Presence presence,
        @Nullable Instant since,
        @Nullable Instant lastSeen,
        int load) {}
