package dev.fenliu.webchat.live;

import dev.fenliu.accounts.AccountEvent;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.webchat.WebchatEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the screens of everybody concerned where to look, once it is true for all. */
@Component
class TellsScreens {
    private final AfterCommit afterCommit;
    private final Screens screens;

    TellsScreens(AfterCommit afterCommit, Screens screens) {
        this.afterCommit = afterCommit;
        this.screens = screens;
    }

    @EventListener
    void on(WebchatEvent fact) {
        switch (fact) {
            case WebchatEvent.ConversationOpened opened -> {} // its first message says more
            case WebchatEvent.OwnerMissed missed -> {}
            case WebchatEvent.Reassigned moved -> {} // the change of owner says it
            case WebchatEvent.BuyerWrote wrote -> {
                var line = new Hint.LineAdded(wrote.conversation(), wrote.seq());
                tellAgent(wrote.enterprise(), wrote.owner(), line);
                tellBuyer(wrote, line);
                // Whoever writes wants to know whether somebody is there now.
                tellBuyer(wrote, new Hint.Changed(wrote.conversation()));
            }
            case WebchatEvent.AnsweredByItself answered -> {
                var line = new Hint.LineAdded(answered.conversation(), answered.seq());
                tellAgent(answered.enterprise(), answered.owner(), line);
                tellBuyer(answered, line);
            }
            case WebchatEvent.AgentReplied replied -> {
                var line = new Hint.LineAdded(replied.conversation(), replied.seq());
                tellAgent(replied.enterprise(), replied.member(), line);
                tellBuyer(replied, line);
                tellBuyer(replied, new Hint.Read(replied.conversation(), replied.seq()));
            }
            case WebchatEvent.ConversationRead read -> {
                var mark = new Hint.Read(read.conversation(), read.upToSeq());
                tellAgent(read.enterprise(), read.owner(), mark);
                tellBuyer(read, mark);
            }
            case WebchatEvent.ConversationClosed closed -> {
                tellBoth(closed, closed.owner());
                if (closed.unanswered()) {
                    tellAgent(closed.enterprise(), closed.owner(), new Hint.EndedUnanswered());
                }
            }
            case WebchatEvent.NoteAdded noted ->
                tellAgent(noted.enterprise(), noted.owner(), new Hint.LineAdded(noted.conversation(), noted.seq()));
            case WebchatEvent.AnswerSeen seen ->
                tellAgent(seen.enterprise(), seen.owner(), new Hint.Seen(seen.conversation(), seen.upToSeq()));
            case WebchatEvent.BuyerBlocked blocked -> tellBuyer(blocked, new Hint.Changed(blocked.conversation()));
            case WebchatEvent.ConversationRated rated -> {} // read when somebody looks at the buyer
            case WebchatEvent.OwnerChanged changed -> {
                tellBoth(changed, changed.from());
                tellBoth(changed, changed.to());
            }
        }
    }

    @EventListener
    void on(RoutingEvent.PresenceChanged changed) {
        tellAgent(changed.enterprise(), changed.member(), new Hint.PresenceTurned(changed.presence()));
    }

    @EventListener
    void on(AccountEvent.LoggedOut fact) {
        tellAgent(fact.enterprise(), fact.member(), new Hint.LoggedOut());
    }

    @EventListener
    void on(AccountEvent.SessionsEnded fact) {
        tellAgent(fact.enterprise(), fact.member(), new Hint.SessionsEnded());
    }

    @EventListener
    void on(AccountEvent.AccessChanging fact) {
        screens.readers().stream()
                .filter(reader -> reader instanceof Reader.Agent agent
                        && agent.enterprise().equals(fact.enterprise()))
                .forEach(reader -> afterCommit.tell(reader, new Hint.AccessChanged()));
    }

    private void tellBoth(WebchatEvent fact, @Nullable MemberId agent) {
        var changed = new Hint.Changed(fact.conversation());
        tellAgent(fact.enterprise(), agent, changed);
        tellBuyer(fact, changed);
    }

    private void tellAgent(EnterpriseId enterprise, @Nullable MemberId member, Hint hint) {
        if (member != null) {
            afterCommit.tell(new Reader.Agent(enterprise, member), hint);
        }
    }

    private void tellBuyer(WebchatEvent fact, Hint hint) {
        afterCommit.tell(new Reader.Buyer(fact.enterprise(), fact.buyer()), hint);
    }
}
