package dev.fenliu.accounts.application;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.domain.Credentials;
import dev.fenliu.accounts.domain.Octets;
import dev.fenliu.accounts.domain.Passkey;
import dev.fenliu.accounts.domain.Passkeys;
import dev.fenliu.accounts.domain.UnknownEnterprise;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the passkeys and their owners to Spring Security. A device knows its owner as enterprise and member. */
@Component
class PasskeyRecords implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private final Passkeys passkeys;
    private final Credentials credentials;
    private final CurrentSnapshots snapshots;
    private final Ids ids;
    private final Clock clock;

    PasskeyRecords(Passkeys passkeys, Credentials credentials, CurrentSnapshots snapshots, Ids ids, Clock clock) {
        this.passkeys = passkeys;
        this.credentials = credentials;
        this.snapshots = snapshots;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void save(CredentialRecord record) {
        var now = clock.instant();
        passkeys.identified(octets(record.getCredentialId()))
                .ifPresentOrElse(
                        known -> passkeys.used(known, record.getSignatureCount(), record.isBackupState(), now),
                        () -> passkeys.add(passkey(record, now)));
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return passkeys.identified(octets(credentialId))
                .map(PasskeyRecords::record)
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes owner) {
        var known = Owner.of(owner);
        return passkeys.of(known.enterprise(), known.member()).stream()
                .map(PasskeyRecords::record)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes owner) {
        var known = Owner.of(owner);
        return member(known).map(it -> entity(known, it.login())).orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        var colon = login.indexOf(':');
        return credentials
                .of(login.substring(0, colon), login.substring(colon + 1))
                .map(it -> entity(new Owner(it.enterprise(), it.member()), login))
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new IllegalStateException("members are not made by passkeys");
    }

    @Override
    public void delete(Bytes id) {
        throw new IllegalStateException("a passkey is removed by its owner alone");
    }

    private Optional<Member> member(Owner owner) {
        try {
            return snapshots.of(owner.enterprise()).member(owner.member()).filter(Member::active);
        } catch (UnknownEnterprise gone) {
            return Optional.empty();
        }
    }

    private static PublicKeyCredentialUserEntity entity(Owner owner, String login) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(owner.bytes())
                .name(login)
                .displayName(login)
                .build();
    }

    private Passkey passkey(CredentialRecord record, Instant now) {
        var owner = Owner.of(record.getUserEntityUserId());
        return new Passkey(
                ids.next(),
                owner.enterprise(),
                owner.member(),
                octets(record.getCredentialId()),
                new Octets(record.getPublicKey().getBytes()),
                octets(Objects.requireNonNull(record.getAttestationObject())),
                record.getSignatureCount(),
                record.isUvInitialized(),
                record.isBackupEligible(),
                record.isBackupState(),
                record.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .collect(toUnmodifiableSet()),
                record.getLabel(),
                now,
                null);
    }

    private static CredentialRecord record(Passkey passkey) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(passkey.credentialId().toArray()))
                .userEntityUserId(new Owner(passkey.enterprise(), passkey.member()).bytes())
                .publicKey(new ImmutablePublicKeyCose(passkey.publicKey().toArray()))
                .attestationObject(new Bytes(passkey.attestation().toArray()))
                .signatureCount(passkey.signCount())
                .uvInitialized(passkey.verified())
                .backupEligible(passkey.backupEligible())
                .backupState(passkey.backedUp())
                .transports(passkey.transports().stream()
                        .map(AuthenticatorTransport::valueOf)
                        .collect(toUnmodifiableSet()))
                .label(passkey.label())
                .created(passkey.createdAt())
                .lastUsed(Objects.requireNonNullElse(passkey.lastUsedAt(), passkey.createdAt()))
                .build();
    }

    private static Octets octets(Bytes bytes) {
        return new Octets(bytes.getBytes());
    }

    /** Whose passkey it is, in the bytes that a device keeps. */
    private record Owner(EnterpriseId enterprise, MemberId member) {
        static Owner of(Bytes bytes) {
            var buffer = ByteBuffer.wrap(bytes.getBytes());
            return new Owner(new EnterpriseId(buffer.getLong()), new MemberId(buffer.getLong()));
        }

        Bytes bytes() {
            return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(enterprise.value())
                    .putLong(member.value())
                    .array());
        }
    }
}
