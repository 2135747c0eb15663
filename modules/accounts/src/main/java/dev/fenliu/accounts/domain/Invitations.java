package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The invitations as they are stored. */
public interface Invitations {
    void add(Invitation invitation);

    void save(Invitation invitation);

    /** Whoever has the link that holds this, and no other link, has the invitation. */
    void setLink(EnterpriseId enterprise, long invitation, byte[] hash);

    /** The latest first. */
    List<Invitation> of(EnterpriseId enterprise);

    /** Nobody else changes it before the transaction ends. */
    Optional<Invitation> locked(EnterpriseId enterprise, long invitation);

    /** Whichever enterprise it is from: a link knows none. */
    Optional<Invitation> linked(byte[] hash);

    void forgetExpiredBefore(EnterpriseId enterprise, Instant instant);
}
