package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.time.Instant;
import java.util.Optional;

/** The links with which members choose another password, as they are stored. */
public interface PasswordResets {
    boolean has(EnterpriseId enterprise, long request);

    /** How many of the member are still good. */
    int open(EnterpriseId enterprise, MemberId member, Instant now);

    void add(Reset reset, byte[] hash);

    /** Whoever it belongs to: a link knows nobody. */
    Optional<Reset> linked(byte[] hash);

    /** Whether there was such a link; there is not any more. */
    boolean take(byte[] hash);

    void removeAll(EnterpriseId enterprise, MemberId member);

    /** One link. */
    record Reset(long id, EnterpriseId enterprise, MemberId member, Instant expiresAt) {}
}
