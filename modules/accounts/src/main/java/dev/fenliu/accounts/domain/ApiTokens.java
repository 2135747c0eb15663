package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API tokens as they are stored: without what would open the door. */
public interface ApiTokens {
    /** Takes the place of the enterprise's token of that name, if there is one. */
    void put(ApiToken token, byte[] hash, Instant createdAt);

    Optional<Shown> hashed(byte[] hash);

    /** In the order of their creation. */
    List<Listed> of(EnterpriseId enterprise);

    void remove(EnterpriseId enterprise, long token);

    /** When each was last used. */
    void used(Map<Long, Instant> uses);

    /** A token and what it opens. */
    record ApiToken(long id, EnterpriseId enterprise, String name, Set<Scope> scopes) {}

    /** A token that somebody shows, and the version of its enterprise at that moment. */
    record Shown(ApiToken token, long version) {}

    /**
     * A token with its history.
     *
     * @param lastUsedAt null if it never was
     */
    record Listed(
            ApiToken token, Instant createdAt, @Nullable Instant lastUsedAt) {}
}
