package dev.fenliu.analytics.persistence;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Closed;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.webchat.WebchatEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFacts implements Facts {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcFacts(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void keep(WebchatEvent.ConversationClosed closing) {
        jdbc.sql("""
                        insert into analytics_closing
                            (conversation_id, enterprise_id, shop_id, member_id, at, by_system, unanswered)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update conversation_id = values(conversation_id)""")
                .params(
                        closing.conversation().value(),
                        closing.enterprise().value(),
                        closing.shop().value(),
                        closing.owner().value(),
                        closing.occurredAt(),
                        closing.bySystem(),
                        closing.unanswered())
                .update();
    }

    @Override
    public void keep(RoutingEvent.Assigned batch) {
        batches.batchUpdate(
                """
                insert into analytics_assignment
                    (conversation_id, at, cause, reason, enterprise_id, shop_id, member_id)
                values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update conversation_id = values(conversation_id)""",
                batch.assignments().stream()
                        .map(assignment -> new @Nullable Object[] {
                            assignment.conversation().value(),
                            batch.occurredAt(),
                            assignment.trigger().name(),
                            assignment.reason().name(),
                            batch.enterprise().value(),
                            assignment.shop().value(),
                            assignment.to() == null ? null : assignment.to().value()
                        })
                        .toList());
    }

    @Override
    public List<Closed> closings(EnterpriseId enterprise, Collection<Day> days) {
        var wanted = days.stream().distinct().toList();
        // Shops in several zones have several todays: two columns of counts for each, over the span of all of them.
        var columns = IntStream.range(0, wanted.size())
                .mapToObj(JdbcFacts::countsOfDay)
                .collect(joining(", "));
        var query = jdbc.sql("""
                        select shop_id, member_id, %s
                        from analytics_closing
                        where enterprise_id = :enterprise and at >= :from and at < :until
                        group by shop_id, member_id""".formatted(columns))
                .param("enterprise", enterprise.value())
                .param(
                        "from",
                        wanted.stream().map(Day::begins).min(naturalOrder()).orElseThrow())
                .param(
                        "until",
                        wanted.stream().map(Day::ends).max(naturalOrder()).orElseThrow());
        for (var day = 0; day < wanted.size(); day++) {
            query.param("from" + day, wanted.get(day).begins());
            query.param("until" + day, wanted.get(day).ends());
        }
        var closings = new ArrayList<Closed>();
        query.query(row -> {
            for (var day = 0; day < wanted.size(); day++) {
                closings.add(new Closed(
                        wanted.get(day),
                        new ShopId(row.getLong("shop_id")),
                        new MemberId(row.getLong("member_id")),
                        row.getInt("by_hand" + day),
                        row.getInt("by_system" + day)));
            }
        });
        return closings;
    }

    private static String countsOfDay(int day) {
        return """
                count(case when at >= :from%1$d and at < :until%1$d and not by_system then 1 end) as by_hand%1$d,
                count(case when at >= :from%1$d and at < :until%1$d and by_system then 1 end) as by_system%1$d\
                """.formatted(day);
    }
}
