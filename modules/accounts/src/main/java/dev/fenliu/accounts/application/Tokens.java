package dev.fenliu.accounts.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.domain.ApiTokens;
import dev.fenliu.accounts.domain.ApiTokens.ApiToken;
import dev.fenliu.accounts.domain.TokenSecret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives out API tokens and recognises them. A token is stored as its hash and shown once. */
@Service
public class Tokens {
    private final ApiTokens tokens;
    private final NoteUses uses;
    private final RequestView view;
    private final Ids ids;

    Tokens(ApiTokens tokens, NoteUses uses, RequestView view, Ids ids) {
        this.tokens = tokens;
        this.uses = uses;
        this.view = view;
        this.ids = ids;
    }

    /** A new token of that name; the one that had the name before opens nothing any more. */
    @Transactional
    public String create(EnterpriseId enterprise, String name, Set<Scope> scopes, Instant now) {
        var secret = TokenSecret.random().value();
        set(enterprise, name, secret, scopes, now);
        return secret;
    }

    /** The same with a secret that was agreed on beforehand. */
    @Transactional
    public void set(EnterpriseId enterprise, String name, String secret, Set<Scope> scopes, Instant now) {
        tokens.put(new ApiToken(ids.next(), enterprise, name, scopes), new TokenSecret(secret).hash(), now);
    }

    @Transactional(readOnly = true)
    public Optional<TokenHolder> holder(String shown, Instant now) {
        var known = tokens.hashed(new TokenSecret(shown).hash());
        known.ifPresent(it -> {
            uses.ofToken(it.token().id(), now);
            view.saw(it.token().enterprise(), it.version());
        });
        return known.map(ApiTokens.Shown::token)
                .map(it -> new TokenHolder(it.enterprise(), it.id(), it.name(), it.scopes()));
    }
}
