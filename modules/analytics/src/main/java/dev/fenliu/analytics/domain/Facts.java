package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.webchat.WebchatEvent;
import java.util.Collection;
import java.util.List;

/** What happened, kept to be counted. The same fact told twice is one fact. */
public interface Facts {
    void keep(WebchatEvent.ConversationClosed closing);

    /** All decisions of the batch at once. */
    void keep(RoutingEvent.Assigned batch);

    /** What was closed on each of those days, by shop and owner. One statement. */
    List<Closed> closings(EnterpriseId enterprise, Collection<Day> days);
}
