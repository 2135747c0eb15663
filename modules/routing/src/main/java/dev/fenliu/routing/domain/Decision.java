package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.Trigger;
import java.time.Instant;

/** What the rules say about one request. */
public sealed interface Decision {
    /** It stays as it is, and nothing is written down: rows 1a, 1b, 1d, or a hold that goes on. */
    record Stay() implements Decision {}

    /** It belongs to that agent from now on. */
    record Assign(MemberId agent, Trigger trigger, Reason reason, Explanation why) implements Decision {}

    /** It is kept for that agent until that instant (row 2b). */
    record Hold(MemberId agent, Instant until, Trigger trigger, Explanation why) implements Decision {}

    /** It waits in the staging area (row 6). */
    record Stage(Trigger trigger, Reason reason, Explanation why) implements Decision {}
}
