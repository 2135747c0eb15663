package dev.fenliu.routing.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log of every decision, and who was served last. */
public interface Decisions {
    void log(EnterpriseId enterprise, List<Logged> decisions);

    /** When each agent of the enterprise last got a conversation; absent if never. */
    Map<MemberId, Instant> lastAssigned(EnterpriseId enterprise);

    void served(EnterpriseId enterprise, Map<MemberId, Instant> moments);

    /** One decision as it is kept; {@code assigned} is null when it went to the staging area. */
    record Logged(
            ConversationId conversation,
            ShopId shop,
            Instant at,
            Trigger trigger,
            Reason reason,
            @Nullable MemberId assigned,
            Explanation why) {}
}
