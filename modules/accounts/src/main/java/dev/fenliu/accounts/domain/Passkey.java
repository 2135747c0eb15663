package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key pair in a device of a member; only its public half is known here.
 *
 * @param attestation what the device said of it when it was made
 * @param signCount how often it has signed, for devices that count
 * @param verified whether the device made sure whose finger or face it is
 * @param lastUsedAt null if it never was
 */
public record Passkey(
        long id,
        EnterpriseId enterprise,
        MemberId member,
        Octets credentialId,
        Octets publicKey,
        Octets attestation,
        long signCount,
        boolean verified,
        boolean backupEligible,
        boolean backedUp,
        Set<String> transports,
        String label,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {
    public Passkey {
        transports = Set.copyOf(transports);
    }
}
