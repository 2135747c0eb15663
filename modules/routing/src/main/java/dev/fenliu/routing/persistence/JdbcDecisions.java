package dev.fenliu.routing.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.domain.Decisions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDecisions implements Decisions {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Ids ids;

    JdbcDecisions(JdbcClient jdbc, JdbcTemplate batches, Ids ids) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ids = ids;
    }

    @Override
    public void log(EnterpriseId enterprise, List<Logged> decisions) {
        batches.batchUpdate(
                """
                insert into routing_decision
                    (id, enterprise_id, shop_id, conversation_id, at, cause, reason, member_id, trace)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                decisions.stream()
                        .map(decision -> new @Nullable Object[] {
                            ids.next(),
                            enterprise.value(),
                            decision.shop().value(),
                            decision.conversation().value(),
                            decision.at(),
                            decision.trigger().name(),
                            decision.reason().name(),
                            decision.assigned() == null
                                    ? null
                                    : decision.assigned().value(),
                            Trace.write(decision.why())
                        })
                        .toList());
    }

    @Override
    public Map<MemberId, Instant> lastAssigned(EnterpriseId enterprise) {
        var moments = new HashMap<MemberId, Instant>();
        jdbc.sql("select member_id, at from routing_last_assigned where enterprise_id = ?")
                .param(enterprise.value())
                .query(row -> {
                    moments.put(new MemberId(row.getLong("member_id")), Moments.read(row, "at"));
                });
        return moments;
    }

    @Override
    public void served(EnterpriseId enterprise, Map<MemberId, Instant> moments) {
        var sorted = new TreeMap<Long, Instant>();
        moments.forEach((member, moment) -> sorted.put(member.value(), moment));
        batches.batchUpdate(
                """
                insert into routing_last_assigned (member_id, enterprise_id, at) values (?, ?, ?)
                on duplicate key update at = values(at)""",
                sorted.entrySet().stream()
                        .map(entry -> new Object[] {entry.getKey(), enterprise.value(), entry.getValue()})
                        .toList());
    }
}
