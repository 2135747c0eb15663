package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.webchat.Arrivals.Arrival;
import dev.fenliu.webchat.WebchatEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened, kept to be counted. The same fact told twice is one fact. */
public interface Facts {
    /** Until when an answer counts for the response rate, that moment included. */
    Duration IN_TIME = Duration.ofHours(12);

    void keep(WebchatEvent.ConversationClosed closing);

    /**
     * All decisions of the batch at once, and how the conversations began that they are about. Two statements.
     *
     * @param arrivals of the batch's conversations
     */
    void keep(RoutingEvent.Assigned batch, List<Arrival> arrivals);

    /** An answer to a buyer who was waiting for one. */
    void keep(WebchatEvent.AgentReplied reply, WebchatEvent.Wait ended);

    void keep(WebchatEvent.ConversationRated rating);

    /** What was counted on that day, by shop, person and source. Two statements. */
    List<Counted> on(EnterpriseId enterprise, Day day);

    /**
     * What the live dashboard shows of that day, by shop and person: sources put together, and of the waits only each
     * conversation's first. Two statements, with a quarter of the rows.
     */
    List<Counted> shown(EnterpriseId enterprise, Day day);

    /** How many conversations buyers began on that day, by shop and hour. One statement. */
    List<DayArrivals> arrivals(EnterpriseId enterprise, Day day);

    /** Why conversations of those shops went to that person, and how often, most frequent first. One statement. */
    Map<Reason, Integer> reasons(
            EnterpriseId enterprise, MemberId member, Instant from, Instant until, Collection<ShopId> shops);

    /** Whether any conversation of those shops went to that person, or they did anything in one. One statement. */
    boolean any(EnterpriseId enterprise, MemberId member, Instant from, Instant until, Collection<ShopId> shops);

    /** When the first conversation was begun; empty if none was. */
    Optional<Instant> first(EnterpriseId enterprise);
}
