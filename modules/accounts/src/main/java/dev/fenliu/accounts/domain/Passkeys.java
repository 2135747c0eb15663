package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The passkeys as they are stored. */
public interface Passkeys {
    void add(Passkey passkey);

    /** It has signed once more. */
    void used(Passkey passkey, long signCount, boolean backedUp, Instant now);

    /** Whoever it belongs to: a device says which key it is, and with it who its owner is. */
    Optional<Passkey> identified(Octets credentialId);

    /** In the order of their creation. */
    List<Passkey> of(EnterpriseId enterprise, MemberId member);

    void remove(EnterpriseId enterprise, MemberId member, long passkey);
}
