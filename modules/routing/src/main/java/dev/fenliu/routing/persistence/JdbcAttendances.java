package dev.fenliu.routing.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.Desks.Stretch;
import dev.fenliu.routing.domain.Attendance;
import dev.fenliu.routing.domain.Attendances;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAttendances implements Attendances {
    private static final String SELECT =
            "select enterprise_id, member_id, state, since, last_seen, hidden from routing_presence ";

    private final JdbcClient jdbc;
    private final Ids ids;

    JdbcAttendances(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Override
    public Optional<Attendance> find(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql(SELECT + "where member_id = ? and enterprise_id = ?")
                .params(member.value(), enterprise.value())
                .query(JdbcAttendances::attendance)
                .optional();
    }

    @Override
    public List<Attendance> of(EnterpriseId enterprise) {
        return jdbc.sql(SELECT + "where enterprise_id = ?")
                .param(enterprise.value())
                .query(JdbcAttendances::attendance)
                .list();
    }

    @Override
    public Attendance lock(EnterpriseId enterprise, MemberId member, Instant now) {
        return tryLock(enterprise, member).orElseGet(() -> {
            var unseen = Attendance.unseen(enterprise, member, now);
            // Of several first desks at once all but one find the row here, and must lock it as those who change it do:
            // an insert that is merely ignored locks it for reading, and two such readers wait for each other.
            jdbc.sql("""
                            insert into routing_presence (member_id, enterprise_id, state, since, last_seen, hidden)
                            values (?, ?, ?, ?, ?, ?)
                            on duplicate key update member_id = values(member_id)""")
                    .params(
                            member.value(),
                            enterprise.value(),
                            unseen.presence().name(),
                            unseen.since(),
                            unseen.lastSeen(),
                            unseen.hidden())
                    .update();
            return tryLock(enterprise, member).orElseThrow();
        });
    }

    private Optional<Attendance> tryLock(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql(SELECT + "where member_id = ? and enterprise_id = ? for update")
                .params(member.value(), enterprise.value())
                .query(JdbcAttendances::attendance)
                .optional();
    }

    @Override
    public void save(Attendance before, Attendance after) {
        jdbc.sql("""
                        update routing_presence set state = ?, since = ?, last_seen = ?, hidden = ?
                        where member_id = ? and enterprise_id = ?""")
                .params(
                        after.presence().name(),
                        after.since(),
                        after.lastSeen(),
                        after.hidden(),
                        after.member().value(),
                        after.enterprise().value())
                .update();
        // One that fell silent unnoticed has its stretch still open, though it is OFFLINE as of now.
        if (before.presence() == after.presence() && before.presence() != Presence.OFFLINE) {
            return;
        }
        var end = before.presence() == Presence.OFFLINE ? before.lastSeen() : after.since();
        jdbc.sql("update routing_stretch set ended_at = ? where open_member = ? and enterprise_id = ?")
                .params(end, after.member().value(), after.enterprise().value())
                .update();
        if (after.presence() != Presence.OFFLINE) {
            jdbc.sql("""
                            insert into routing_stretch (id, enterprise_id, member_id, state, started_at)
                            values (?, ?, ?, ?, ?)""")
                    .params(
                            ids.next(),
                            after.enterprise().value(),
                            after.member().value(),
                            after.presence().name(),
                            after.since())
                    .update();
        }
    }

    @Override
    public int beat(Collection<MemberId> members, Instant freshAfter, Instant now) {
        return jdbc.sql("""
                        update /* of every enterprise */ routing_presence set last_seen = greatest(last_seen, :now)
                        where member_id in (:members) and state <> 'OFFLINE' and last_seen > :freshAfter""")
                .param("now", now)
                .param("members", values(members))
                .param("freshAfter", freshAfter)
                .update();
    }

    @Override
    public List<Attendance> missing(Collection<MemberId> members, Instant freshAfter) {
        return jdbc.sql(
                        SELECT
                                + "/* of every enterprise */ where member_id in (:members) and last_seen <= :freshAfter order by member_id")
                .param("members", values(members))
                .param("freshAfter", freshAfter)
                .query(JdbcAttendances::attendance)
                .list();
    }

    @Override
    public List<Attendance> silentSince(Instant lastSeen) {
        return jdbc.sql(
                        SELECT
                                + "/* of every enterprise */ where state in ('ONLINE', 'HIDDEN') and last_seen <= ? order by last_seen, member_id")
                .param(lastSeen)
                .query(JdbcAttendances::attendance)
                .list();
    }

    @Override
    public Optional<Instant> oldestHeartbeat() {
        return jdbc.sql(
                        "select /* of every enterprise */ min(last_seen) as oldest from routing_presence where state in ('ONLINE', 'HIDDEN')")
                .query((row, index) -> Optional.ofNullable(Moments.readOrNull(row, "oldest")))
                .single();
    }

    @Override
    public List<Stretch> stretches(EnterpriseId enterprise, Instant from, Instant until) {
        // Those that go on end, for now, at the last heartbeat.
        return jdbc.sql("""
                        select s.member_id, s.state, s.started_at, s.ended_at
                        from routing_stretch s
                        where s.enterprise_id = :enterprise and s.ended_at > :from and s.started_at < :until
                        union all
                        select s.member_id, s.state, s.started_at, p.last_seen
                        from routing_stretch s join routing_presence p on p.member_id = s.member_id
                        where s.enterprise_id = :enterprise and s.ended_at is null
                          and s.started_at < :until and p.last_seen > :from
                        order by 3, 1""")
                .param("enterprise", enterprise.value())
                .param("from", from)
                .param("until", until)
                .query((row, index) -> new Stretch(
                        new MemberId(row.getLong(1)),
                        Presence.valueOf(row.getString(2)),
                        later(Moments.read(row, 3), from),
                        earlier(Moments.read(row, 4), until)))
                .list();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<Long> values(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).sorted().toList();
    }

    private static Attendance attendance(ResultSet row, int index) throws SQLException {
        return new Attendance(
                new EnterpriseId(row.getLong("enterprise_id")),
                new MemberId(row.getLong("member_id")),
                Presence.valueOf(row.getString("state")),
                Moments.read(row, "since"),
                Moments.read(row, "last_seen"),
                row.getBoolean("hidden"));
    }
}
