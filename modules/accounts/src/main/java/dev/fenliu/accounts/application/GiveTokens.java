package dev.fenliu.accounts.application;

import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.AccountEvent.TokensChanged;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.domain.ApiTokens;
import dev.fenliu.accounts.domain.ApiTokens.ApiToken;
import dev.fenliu.accounts.domain.ApiTokens.Listed;
import dev.fenliu.accounts.domain.ScopesMissing;
import dev.fenliu.accounts.domain.TokenNameTaken;
import dev.fenliu.accounts.domain.TooManyTokens;
import dev.fenliu.accounts.domain.UnknownToken;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives API tokens to programs and takes them back. A token speaks for the enterprise itself, and one for members could
 * make an administrator: only who may do everything in every shop gives one out.
 */
@Service
public class GiveTokens {
    private static final int MOST = 50;

    private final ApiTokens stored;
    private final Tokens tokens;
    private final CurrentSnapshots snapshots;
    private final ApplicationEventPublisher events;

    GiveTokens(ApiTokens stored, Tokens tokens, CurrentSnapshots snapshots, ApplicationEventPublisher events) {
        this.stored = stored;
        this.tokens = tokens;
        this.snapshots = snapshots;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public boolean mayGive(Actor actor) {
        var enterprise = snapshots.of(actor.enterprise());
        return Arrays.stream(Permission.values()).allMatch(it -> enterprise.allowsEverywhere(actor.me(), it));
    }

    /** In the order of their creation. */
    @Transactional(readOnly = true)
    public List<Listed> list(Actor actor) {
        requireGiver(actor);
        return stored.of(actor.enterprise());
    }

    /** The token itself, which nobody can be shown again. */
    @Transactional
    public String give(Actor actor, String name, Set<Scope> scopes, Instant now) {
        requireGiver(actor);
        if (scopes.isEmpty()) throw new ScopesMissing();
        snapshots.locked(actor.enterprise());
        var present = stored.of(actor.enterprise());
        if (present.stream().anyMatch(it -> it.token().name().equalsIgnoreCase(name))) throw new TokenNameTaken(name);
        if (present.size() >= MOST) throw new TooManyTokens(MOST);

        var secret = tokens.create(actor.enterprise(), name, scopes, now);
        tell(actor, "token-given", name, Map.of(), Map.of("scopes", words(scopes)), now);
        return secret;
    }

    @Transactional
    public void takeBack(Actor actor, long token, Instant now) {
        requireGiver(actor);
        var known = stored.of(actor.enterprise()).stream()
                .map(Listed::token)
                .filter(it -> it.id() == token)
                .findFirst()
                .orElseThrow(UnknownToken::new);
        stored.remove(actor.enterprise(), token);
        tell(actor, "token-taken-back", known.name(), Map.of("scopes", words(known)), Map.of(), now);
    }

    private void requireGiver(Actor actor) {
        if (!mayGive(actor)) throw new NotAllowed();
    }

    private void tell(
            Actor actor,
            String action,
            String name,
            Map<String, String> before,
            Map<String, String> after,
            Instant now) {
        var activity = new Activity(actor, action, name, null, before, after, now);
        events.publishEvent(new TokensChanged(actor.enterprise(), activity, now));
    }

    private static String words(ApiToken token) {
        return words(token.scopes());
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::name).collect(joining(", "));
    }
}
