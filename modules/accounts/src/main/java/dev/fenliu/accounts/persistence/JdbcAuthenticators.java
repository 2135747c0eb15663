package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.domain.Authenticators;
import dev.fenliu.accounts.domain.Octets;
import dev.fenliu.accounts.domain.RecoveryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuthenticators implements Authenticators {
    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcAuthenticators(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Optional<Authenticator> of(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql("""
                        select secret, confirmed_at from account_authenticator
                        where enterprise_id = ? and member_id = ?
                        """)
                .params(enterprise.value(), member.value())
                .query((row, _) -> new Authenticator(
                        new Octets(vault.open(row.getBytes("secret"))), Moments.readIfAny(row, "confirmed_at")))
                .optional();
    }

    @Override
    public boolean isThere(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql("select exists (select 1 from account_authenticator where enterprise_id = ? and member_id = ?)")
                .params(enterprise.value(), member.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isConfirmed(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql("""
                        select exists (select 1 from account_authenticator
                            where enterprise_id = ? and member_id = ? and confirmed_at is not null)
                        """)
                .params(enterprise.value(), member.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void propose(EnterpriseId enterprise, MemberId member, Octets secret) {
        jdbc.sql("""
                        delete from account_authenticator
                        where enterprise_id = ? and member_id = ? and confirmed_at is null
                        """).params(enterprise.value(), member.value()).update();
        jdbc.sql("insert into account_authenticator (member_id, enterprise_id, secret) values (?, ?, ?)")
                .params(member.value(), enterprise.value(), vault.seal(secret.toArray()))
                .update();
    }

    @Override
    public void sealOld() {
        record Old(long member, Octets secret) {}
        jdbc.sql(
                        "select /* of every enterprise */ member_id, secret from account_authenticator where length(secret) < ?")
                .param(Vault.SHORTEST)
                .query((row, _) -> new Old(row.getLong("member_id"), new Octets(row.getBytes("secret"))))
                .list()
                // Another instance may be at it too.
                .forEach(old -> jdbc.sql(
                                "update /* of every enterprise */ account_authenticator set secret = ? where member_id = ? and secret = ?")
                        .params(
                                vault.seal(old.secret().toArray()),
                                old.member(),
                                old.secret().toArray())
                        .update());
    }

    @Override
    public void confirm(EnterpriseId enterprise, MemberId member, Instant now) {
        jdbc.sql("update account_authenticator set confirmed_at = ? where enterprise_id = ? and member_id = ?")
                .params(Moments.write(now), enterprise.value(), member.value())
                .update();
    }

    @Override
    public boolean take(EnterpriseId enterprise, MemberId member, long step) {
        return jdbc.sql("""
                                update account_authenticator set last_step = ?
                                where enterprise_id = ? and member_id = ? and last_step < ?
                                """)
                        .params(step, enterprise.value(), member.value(), step)
                        .update()
                == 1;
    }

    @Override
    public void remove(EnterpriseId enterprise, MemberId member) {
        jdbc.sql("delete from account_authenticator where enterprise_id = ? and member_id = ?")
                .params(enterprise.value(), member.value())
                .update();
        setRecoveryCodes(enterprise, member, List.of());
    }

    @Override
    public void setRecoveryCodes(EnterpriseId enterprise, MemberId member, List<RecoveryCode> codes) {
        jdbc.sql("delete from account_recovery_code where enterprise_id = ? and member_id = ?")
                .params(enterprise.value(), member.value())
                .update();
        for (var code : codes) {
            jdbc.sql("insert into account_recovery_code (member_id, hash, enterprise_id) values (?, ?, ?)")
                    .params(member.value(), code.hash(), enterprise.value())
                    .update();
        }
    }

    @Override
    public boolean takeRecoveryCode(EnterpriseId enterprise, MemberId member, RecoveryCode code) {
        return jdbc.sql("delete from account_recovery_code where enterprise_id = ? and member_id = ? and hash = ?")
                        .params(enterprise.value(), member.value(), code.hash())
                        .update()
                == 1;
    }

    @Override
    public int recoveryCodesLeft(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql("select count(*) from account_recovery_code where enterprise_id = ? and member_id = ?")
                .params(enterprise.value(), member.value())
                .query(Integer.class)
                .single();
    }
}
