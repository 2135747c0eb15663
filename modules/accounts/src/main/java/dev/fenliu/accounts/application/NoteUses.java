package dev.fenliu.accounts.application;

import dev.fenliu.accounts.domain.ApiTokens;
import dev.fenliu.accounts.domain.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers when sign-ins and tokens were last used, and writes it down once a minute: no request pays for it. */
@Component
public class NoteUses {
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final SignInSettings settings;
    private final Clock clock;
    private final ConcurrentMap<Long, Instant> ofSessions = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Instant> ofTokens = new ConcurrentHashMap<>();

    NoteUses(Sessions sessions, ApiTokens tokens, SignInSettings settings, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    void ofSession(long session, Instant now) {
        ofSessions.put(session, now);
    }

    void ofToken(long token, Instant now) {
        ofTokens.put(token, now);
    }

    @Scheduled(fixedDelayString = "${fenliu.sign-in.note-every:60s}")
    @Transactional
    public void writeDown() {
        var used = taken(ofSessions);
        if (!used.isEmpty()) sessions.used(used);
        var shown = taken(ofTokens);
        if (!shown.isEmpty()) tokens.used(shown);
        // Twice as long, as it takes a while until the last use is written down.
        sessions.forgetUnusedSince(clock.instant().minus(settings.idle().multipliedBy(2)));
    }

    private static Map<Long, Instant> taken(ConcurrentMap<Long, Instant> noted) {
        var taken = new HashMap<>(noted);
        taken.forEach(noted::remove);
        return taken;
    }
}
