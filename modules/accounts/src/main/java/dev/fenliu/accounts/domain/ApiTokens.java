package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The API tokens as they are stored: without what would open the door. */
public interface ApiTokens {
    /** Takes the place of the enterprise's token of that name, if there is one. */
    void put(ApiToken token, byte[] hash, Instant createdAt);

    Optional<ApiToken> hashed(byte[] hash);

    /** A token and what it opens. */
    record ApiToken(long id, EnterpriseId enterprise, String name, Set<Scope> scopes) {}
}
