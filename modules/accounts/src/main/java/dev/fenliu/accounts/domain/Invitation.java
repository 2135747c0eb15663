package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may become a member, at one address and with certain roles.
 *
 * @param round how many links were asked for
 * @param sentRound which of them was the last to be sent
 * @param end how it ended; null while it is open
 */
public record Invitation(
        long id,
        EnterpriseId enterprise,
        String email,
        LoginId login,
        String name,
        String language,
        List<GrantWish> grants,
        MemberId invitedBy,
        int round,
        int sentRound,
        Instant createdAt,
        Instant expiresAt,
        @Nullable End end) {
    public static final Duration GOOD_FOR = Duration.ofHours(72);

    /** How an invitation ended. */
    public enum End {
        ACCEPTED,
        REVOKED
    }

    public Invitation {
        grants = List.copyOf(grants);
    }

    public boolean isOpen(Instant now) {
        return end == null && now.isBefore(expiresAt);
    }

    public Invitation again(Instant now) {
        return new Invitation(
                id,
                enterprise,
                email,
                login,
                name,
                language,
                grants,
                invitedBy,
                round + 1,
                sentRound,
                createdAt,
                now.plus(GOOD_FOR),
                end);
    }

    public Invitation sent() {
        return new Invitation(
                id,
                enterprise,
                email,
                login,
                name,
                language,
                grants,
                invitedBy,
                round,
                round,
                createdAt,
                expiresAt,
                end);
    }

    public Invitation ended(End how) {
        return new Invitation(
                id,
                enterprise,
                email,
                login,
                name,
                language,
                grants,
                invitedBy,
                round,
                sentRound,
                createdAt,
                expiresAt,
                how);
    }
}
