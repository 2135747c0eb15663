package dev.fenliu.webhooks.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.webhooks.DeliveryId;
import dev.fenliu.webhooks.HookId;
import dev.fenliu.webhooks.domain.Announcement;
import dev.fenliu.webhooks.domain.Deliveries;
import dev.fenliu.webhooks.domain.Delivery;
import dev.fenliu.webhooks.domain.Delivery.Standing;
import dev.fenliu.webhooks.domain.DeliveryState;
import dev.fenliu.webhooks.domain.Outcome;
import dev.fenliu.webhooks.domain.Parcel;
import dev.fenliu.webhooks.domain.Topic;
import dev.fenliu.webhooks.domain.Trouble;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcDeliveries implements Deliveries {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    JdbcDeliveries(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    @Override
    public void keep(Announcement announcement, Map<DeliveryId, HookId> hooks) {
        var body = body(announcement);
        var at = Moments.write(announcement.at());
        batches.batchUpdate(
                """
                insert into webhook_delivery (id, enterprise_id, hook_id, topic, body, at, attempts, state, next_at)
                values (?, ?, ?, ?, ?, ?, 0, 'PENDING', ?)
                """,
                hooks.entrySet().stream()
                        .map(it -> new Object[] {
                            it.getKey().value(),
                            announcement.enterprise().value(),
                            it.getValue().value(),
                            announcement.topic().name(),
                            body,
                            at,
                            at
                        })
                        .toList());
    }

    // Written once and kept: what is signed and sent is the same at every attempt.
    private String body(Announcement announcement) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("type", announcement.topic().word());
        written.put("timestamp", announcement.at().toString());
        written.put("data", announcement.data());
        return json.writeValueAsString(written);
    }

    @Override
    public List<Delivery> of(EnterpriseId enterprise, HookId hook, @Nullable DeliveryId before, int limit) {
        return jdbc.sql("""
                        select id, topic, at, attempts, state, next_at, status, trouble from webhook_delivery
                        where enterprise_id = ? and hook_id = ? and id < ? order by id desc limit ?
                        """)
                .params(enterprise.value(), hook.value(), before == null ? Long.MAX_VALUE : before.value(), limit)
                .query((row, _) -> new Delivery(
                        new DeliveryId(row.getLong("id")),
                        Topic.valueOf(row.getString("topic")),
                        Moments.read(row, "at"),
                        row.getInt("attempts"),
                        new Standing(DeliveryState.valueOf(row.getString("state")), Moments.readIfAny(row, "next_at")),
                        outcome(row)))
                .list();
    }

    private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
        var status = row.getObject("status", Integer.class);
        if (status != null) return Outcome.answered(status);
        var trouble = row.getString("trouble");
        return trouble == null ? null : Outcome.unanswered(Trouble.valueOf(trouble));
    }

    @Override
    public List<Destination> due(Instant now) {
        return jdbc.sql("""
                        select /* of every enterprise */ h.enterprise_id, h.id from webhook_hook h
                        where exists (select 1 from webhook_delivery d
                            where d.enterprise_id = h.enterprise_id and d.hook_id = h.id and d.next_at <= ?)
                        """)
                .param(Moments.write(now))
                .query((row, _) ->
                        new Destination(new EnterpriseId(row.getLong("enterprise_id")), new HookId(row.getLong("id"))))
                .list();
    }

    @Override
    public List<Parcel> take(Destination to, Instant now, Instant again, int limit) {
        var taken = jdbc.sql("""
                        select id, body, attempts from webhook_delivery
                        where enterprise_id = ? and hook_id = ? and next_at <= ? order by next_at, id limit ?
                        for update skip locked
                        """)
                .params(to.enterprise().value(), to.hook().value(), Moments.write(now), limit)
                .query((row, _) ->
                        new Parcel(new DeliveryId(row.getLong("id")), row.getString("body"), row.getInt("attempts")))
                .list();
        batches.batchUpdate(
                "update webhook_delivery set next_at = ? where id = ? and enterprise_id = ?",
                taken.stream()
                        .map(it -> new Object[] {
                            Moments.write(again),
                            it.id().value(),
                            to.enterprise().value()
                        })
                        .toList());
        return taken;
    }

    @Override
    public void settle(EnterpriseId enterprise, Parcel parcel, Outcome outcome, Instant now) {
        var attempts = parcel.attempts() + 1;
        var standing = outcome.standing(attempts, now);
        var nextAt = standing.nextAt();
        var trouble = outcome.trouble();
        jdbc.sql("""
                        update webhook_delivery set attempts = ?, state = ?, next_at = ?, status = ?, trouble = ?
                        where id = ? and enterprise_id = ? and state = 'PENDING'
                        """)
                .param(attempts)
                .param(standing.state().name())
                .param(nextAt == null ? null : Moments.write(nextAt))
                .param(outcome.status())
                .param(trouble == null ? null : trouble.name())
                .param(parcel.id().value())
                .param(enterprise.value())
                .update();
    }

    @Override
    public void drop(EnterpriseId enterprise, HookId hook) {
        jdbc.sql("delete from webhook_delivery where enterprise_id = ? and hook_id = ? and next_at is not null")
                .params(enterprise.value(), hook.value())
                .update();
    }

    @Override
    public int forget(Instant before, int limit) {
        return jdbc.sql("delete from /* of every enterprise */ webhook_delivery where at < ? limit ?")
                .params(Moments.write(before), limit)
                .update();
    }
}
