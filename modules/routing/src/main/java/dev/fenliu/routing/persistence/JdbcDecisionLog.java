package dev.fenliu.routing.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.domain.DecisionLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcDecisionLog implements DecisionLog {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcDecisionLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    // The index holds everything that is asked for, so what is not wanted is passed over without reading its row.
    @Override
    public List<Entry> read(EnterpriseId enterprise, ShopId shop, Wanted wanted, int limit) {
        var sql = new StringBuilder("""
                select id, shop_id, conversation_id, at, cause, reason, member_id, trace
                from routing_decision force index (routing_decision_by_time)
                where enterprise_id = ? and shop_id = ?""");
        var parameters = new ArrayList<Object>(List.of(enterprise.value(), shop.value()));
        if (wanted.agent() != null) {
            sql.append(" and member_id = ?");
            parameters.add(wanted.agent().value());
        }
        if (wanted.reason() != null) {
            sql.append(" and reason = ?");
            parameters.add(wanted.reason().name());
        }
        if (wanted.from() != null) {
            sql.append(" and at >= ?");
            parameters.add(wanted.from());
        }
        if (wanted.until() != null) {
            sql.append(" and at < ?");
            parameters.add(wanted.until());
        }
        return newestFirst(sql, parameters, wanted.below(), limit);
    }

    @Override
    public List<Entry> of(EnterpriseId enterprise, ConversationId conversation, @Nullable Place below, int limit) {
        var sql = new StringBuilder("""
                select id, shop_id, conversation_id, at, cause, reason, member_id, trace
                from routing_decision where enterprise_id = ? and conversation_id = ?""");
        return newestFirst(sql, new ArrayList<>(List.of(enterprise.value(), conversation.value())), below, limit);
    }

    @Override
    public List<Beginning> beginnings(EnterpriseId enterprise, ShopId shop, Instant from, Instant until, int limit) {
        return jdbc.sql("""
                        select d.conversation_id, (
                            select min(a.at) from routing_decision a
                            where a.conversation_id = d.conversation_id and a.enterprise_id = d.enterprise_id
                                and a.member_id is not null and a.reason <> 'LOYAL_HOLD') as assigned_at
                        from routing_decision d force index (routing_decision_by_time)
                        where d.enterprise_id = ? and d.shop_id = ? and d.at >= ? and d.at < ? and d.cause = 'MESSAGE'
                        order by d.at, d.id limit ?""")
                .params(enterprise.value(), shop.value(), from, until, limit)
                .query((row, _) -> new Beginning(
                        new ConversationId(row.getLong("conversation_id")), Moments.readOrNull(row, "assigned_at")))
                .list();
    }

    private List<Entry> newestFirst(StringBuilder sql, List<Object> parameters, @Nullable Place below, int limit) {
        if (below != null) {
            sql.append(" and at <= ? and (at < ? or id < ?)");
            parameters.addAll(List.of(below.at(), below.at(), below.id()));
        }
        parameters.add(limit);
        return jdbc.sql(sql.append(" order by at desc, id desc limit ?").toString())
                .params(parameters)
                .query((row, index) ->
                        new Entry(new Place(Moments.read(row, "at"), row.getLong("id")), DecisionRow.logged(row, json)))
                .list();
    }
}
