package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.EnterpriseId;
import java.time.Instant;
import java.util.Optional;

/** The enterprise accounts as they are stored. */
public interface Enterprises {
    /** Throws {@link CodeTaken}. */
    void add(Enterprise enterprise, Instant createdAt);

    boolean any();

    Optional<EnterpriseId> coded(EnterpriseCode code);
}
