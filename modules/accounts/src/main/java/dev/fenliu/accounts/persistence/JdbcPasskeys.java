package dev.fenliu.accounts.persistence;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.domain.Octets;
import dev.fenliu.accounts.domain.Passkey;
import dev.fenliu.accounts.domain.Passkeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPasskeys implements Passkeys {
    private final JdbcClient jdbc;

    JdbcPasskeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Passkey passkey) {
        jdbc.sql("""
                        insert into account_passkey (id, enterprise_id, member_id, credential_id, public_key,
                            attestation, sign_count, verified, backup_eligible, backed_up, transports, label,
                            created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        passkey.id(),
                        passkey.enterprise().value(),
                        passkey.member().value(),
                        passkey.credentialId().toArray(),
                        passkey.publicKey().toArray(),
                        passkey.attestation().toArray(),
                        passkey.signCount(),
                        passkey.verified(),
                        passkey.backupEligible(),
                        passkey.backedUp(),
                        String.join(",", passkey.transports()),
                        passkey.label(),
                        Moments.write(passkey.createdAt()))
                .update();
    }

    @Override
    public void used(Passkey passkey, long signCount, boolean backedUp, Instant now) {
        jdbc.sql("""
                        update account_passkey set sign_count = ?, backed_up = ?, last_used_at = ?
                        where enterprise_id = ? and id = ?
                        """)
                .params(
                        signCount,
                        backedUp,
                        Moments.write(now),
                        passkey.enterprise().value(),
                        passkey.id())
                .update();
    }

    @Override
    public Optional<Passkey> identified(Octets credentialId) {
        return jdbc.sql("select /* of every enterprise */ * from account_passkey where credential_id = ?")
                .param(credentialId.toArray())
                .query((row, _) -> passkey(row))
                .optional();
    }

    @Override
    public List<Passkey> of(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql(
                        "select * from account_passkey where enterprise_id = ? and member_id = ? order by created_at, id")
                .params(enterprise.value(), member.value())
                .query((row, _) -> passkey(row))
                .list();
    }

    @Override
    public void remove(EnterpriseId enterprise, MemberId member, long passkey) {
        jdbc.sql("delete from account_passkey where enterprise_id = ? and member_id = ? and id = ?")
                .params(enterprise.value(), member.value(), passkey)
                .update();
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getLong("id"),
                new EnterpriseId(row.getLong("enterprise_id")),
                new MemberId(row.getLong("member_id")),
                new Octets(row.getBytes("credential_id")),
                new Octets(row.getBytes("public_key")),
                new Octets(row.getBytes("attestation")),
                row.getLong("sign_count"),
                row.getBoolean("verified"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                Arrays.stream(row.getString("transports").split(",", -1))
                        .filter(it -> !it.isEmpty())
                        .collect(toUnmodifiableSet()),
                row.getString("label"),
                Moments.read(row, "created_at"),
                Moments.readIfAny(row, "last_used_at"));
    }
}
