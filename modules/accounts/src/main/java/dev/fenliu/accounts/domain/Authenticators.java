package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The authenticator apps of members and their recovery codes, as they are stored. */
public interface Authenticators {
    Optional<Authenticator> of(EnterpriseId enterprise, MemberId member);

    /** Whether there is one, also where its secret cannot be read any more. */
    boolean isThere(EnterpriseId enterprise, MemberId member);

    /** Whether there is one whose first code was shown, also where its secret cannot be read any more. */
    boolean isConfirmed(EnterpriseId enterprise, MemberId member);

    /** Takes the place of one that was not confirmed. */
    void propose(EnterpriseId enterprise, MemberId member, Octets secret);

    void confirm(EnterpriseId enterprise, MemberId member, Instant now);

    /** Whether this code's half minute is later than that of every code before: two at once cannot both be. */
    boolean take(EnterpriseId enterprise, MemberId member, long step);

    void remove(EnterpriseId enterprise, MemberId member);

    /** In place of all that there were. */
    void setRecoveryCodes(EnterpriseId enterprise, MemberId member, List<RecoveryCode> codes);

    /** Whether there was such a code; there is not any more. */
    boolean takeRecoveryCode(EnterpriseId enterprise, MemberId member, RecoveryCode code);

    /** Of every enterprise, the secrets that still lie open. */
    void sealOld();

    int recoveryCodesLeft(EnterpriseId enterprise, MemberId member);

    /**
     * A shared secret.
     *
     * @param confirmedAt when its first code was shown; null if none was yet
     */
    record Authenticator(Octets secret, @Nullable Instant confirmedAt) {
        public boolean isConfirmed() {
            return confirmedAt != null;
        }

        @Override
        public String toString() {
            return "(secret)";
        }
    }
}
