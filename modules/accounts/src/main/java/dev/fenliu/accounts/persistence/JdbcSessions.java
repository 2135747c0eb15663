package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.domain.Device;
import dev.fenliu.accounts.domain.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessions implements Sessions {
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    JdbcSessions(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Override
    public void add(Session session) {
        jdbc.sql("""
                        insert into account_session (id, enterprise_id, member_id, agent, address, began_at, used_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        session.id(),
                        session.enterprise().value(),
                        session.member().value(),
                        session.device().agent(),
                        session.address(),
                        Moments.write(session.beganAt()),
                        Moments.write(session.usedAt()))
                .update();
    }

    @Override
    public List<Session> of(EnterpriseId enterprise, MemberId member, Instant usedSince) {
        return jdbc.sql("""
                        select id, agent, address, began_at, used_at from account_session
                        where enterprise_id = ? and member_id = ? and ended_at is null and used_at >= ?
                        order by used_at desc, id desc
                        """)
                .params(enterprise.value(), member.value(), Moments.write(usedSince))
                .query((row, _) -> new Session(
                        row.getLong("id"),
                        enterprise,
                        member,
                        new Device(row.getString("agent")),
                        row.getString("address"),
                        Moments.read(row, "began_at"),
                        Moments.read(row, "used_at")))
                .list();
    }

    @Override
    public void end(EnterpriseId enterprise, MemberId member, List<Long> sessions, Instant now) {
        batch.batchUpdate(
                """
                update account_session set ended_at = ?
                where enterprise_id = ? and member_id = ? and id = ? and ended_at is null
                """,
                sessions.stream()
                        .map(id -> new Object[] {Moments.write(now), enterprise.value(), member.value(), id})
                        .toList());
    }

    @Override
    public void forget(EnterpriseId enterprise, long session) {
        jdbc.sql("delete from account_session where enterprise_id = ? and id = ?")
                .params(enterprise.value(), session)
                .update();
    }

    @Override
    public void used(Map<Long, Instant> uses) {
        batch.batchUpdate(
                "update /* of every enterprise */ account_session set used_at = ? where id = ?",
                uses.entrySet().stream()
                        .map(use -> new Object[] {Moments.write(use.getValue()), use.getKey()})
                        .toList());
    }

    @Override
    public void forgetUnusedSince(Instant instant) {
        jdbc.sql("delete /* of every enterprise */ from account_session where used_at < ?")
                .param(Moments.write(instant))
                .update();
    }
}
