package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.domain.PasswordResets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPasswordResets implements PasswordResets {
    private final JdbcClient jdbc;

    JdbcPasswordResets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean has(EnterpriseId enterprise, long request) {
        return jdbc.sql("select count(*) from account_password_reset where enterprise_id = ? and id = ?")
                        .params(enterprise.value(), request)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public int open(EnterpriseId enterprise, MemberId member, Instant now) {
        return jdbc.sql("""
                        select count(*) from account_password_reset
                        where enterprise_id = ? and member_id = ? and expires_at > ?
                        """)
                .params(enterprise.value(), member.value(), Moments.write(now))
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(Reset reset, byte[] hash) {
        jdbc.sql("""
                        insert into account_password_reset (id, enterprise_id, member_id, hash, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        reset.id(),
                        reset.enterprise().value(),
                        reset.member().value(),
                        hash,
                        Moments.write(reset.expiresAt()))
                .update();
    }

    @Override
    public Optional<Reset> linked(byte[] hash) {
        return jdbc.sql("""
                        select /* of every enterprise */ id, enterprise_id, member_id, expires_at
                        from account_password_reset where hash = ?
                        """)
                .param(hash)
                .query((row, _) -> new Reset(
                        row.getLong("id"),
                        new EnterpriseId(row.getLong("enterprise_id")),
                        new MemberId(row.getLong("member_id")),
                        Moments.read(row, "expires_at")))
                .optional();
    }

    @Override
    public boolean take(byte[] hash) {
        return jdbc.sql("delete /* of every enterprise */ from account_password_reset where hash = ?")
                        .param(hash)
                        .update()
                == 1;
    }

    @Override
    public void removeAll(EnterpriseId enterprise, MemberId member) {
        jdbc.sql("delete from account_password_reset where enterprise_id = ? and member_id = ?")
                .params(enterprise.value(), member.value())
                .update();
    }
}
