package dev.fenliu.accounts.application;

import dev.fenliu.accounts.AccountEvent.SessionsEnded;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.domain.Sessions;
import dev.fenliu.accounts.domain.Sessions.Session;
import dev.fenliu.accounts.domain.UnknownSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows members where they are signed in, and ends what they do not know. */
@Service
public class MySessions {
    private final Sessions sessions;
    private final CurrentSnapshots snapshots;
    private final SignInSettings settings;
    private final ApplicationEventPublisher events;

    MySessions(
            Sessions sessions, CurrentSnapshots snapshots, SignInSettings settings, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.snapshots = snapshots;
        this.settings = settings;
        this.events = events;
    }

    /** The latest used first. */
    @Transactional(readOnly = true)
    public List<Session> of(Actor actor, Instant now) {
        return open(actor.enterprise(), actor.me(), now);
    }

    @Transactional
    public void end(Actor actor, long session, Instant now) {
        var known = open(actor.enterprise(), actor.me(), now).stream()
                .filter(it -> it.id() == session)
                .toList();
        if (known.isEmpty()) throw new UnknownSession();
        end(actor, actor.me(), actor.name(), known, now);
    }

    /** All but the one that asks. */
    @Transactional
    public void endOthers(SignedIn me, Actor actor, Instant now) {
        var others = open(actor.enterprise(), actor.me(), now).stream()
                .filter(it -> it.id() != me.session())
                .toList();
        end(actor, actor.me(), actor.name(), others, now);
    }

    /** Wherever that member is signed in, they are not any more. */
    void endAll(Actor actor, MemberId member, String name, Instant now) {
        end(actor, member, name, open(actor.enterprise(), member, now), now);
    }

    private void end(Actor actor, MemberId member, String name, List<Session> ended, Instant now) {
        if (ended.isEmpty()) return;
        snapshots.locked(actor.enterprise());
        sessions.end(actor.enterprise(), member, ended.stream().map(Session::id).toList(), now);
        snapshots.changed(actor.enterprise());
        var before = Map.of("sessions", String.valueOf(ended.size()));
        var activity = new Activity(actor, "sessions-ended", name, null, before, Map.of(), now);
        events.publishEvent(new SessionsEnded(actor.enterprise(), member, activity, now));
    }

    private List<Session> open(EnterpriseId enterprise, MemberId member, Instant now) {
        return sessions.of(enterprise, member, now.minus(settings.idle()));
    }
}
