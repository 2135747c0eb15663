package dev.fenliu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A year of facts for an enterprise, up to now: conversations with their answers and closings, forwards, and everybody's
 * hours. Into any database of the program that is reached by a JDBC connection; what is made is the same at every run.
 */
final class YearOfFacts {
    private static final int DAYS = 365;
    // Far below the ids of the living.
    private static final long FIRST_ID = 1_000_000_000L;

    private final Connection connection;
    private final String enterprise;
    private final String shop;
    private final String agent;

    YearOfFacts(Connection connection, String enterprise, List<String> shops, List<String> agents) {
        this.connection = connection;
        this.enterprise = enterprise;
        this.shop = "elt(1 + (seq * 7) %% %d, %s)".formatted(shops.size(), String.join(", ", shops));
        this.agent = "elt(1 + (seq * 13) %% %d, %s)".formatted(agents.size(), String.join(", ", agents));
    }

    /** So many conversations on each day. */
    void fill(int aDay) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var day = 0; day < DAYS; day += 30) {
                var from = (long) day * aDay;
                var until = Math.min((long) (day + 30) * aDay, (long) DAYS * aDay) - 1;
                for (var insert : inserts("seq_%d_to_%d".formatted(from, until), aDay)) {
                    statement.executeUpdate(insert);
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
            statement.execute(
                    "analyze table analytics_conversation, analytics_reply, analytics_closing, analytics_rating, analytics_assignment, routing_stretch");
            connection.setAutoCommit(false);
        }
    }

    private List<String> inserts(String seq, int aDay) {
        // From eight in the morning to midnight in Taipei, the last of them just now.
        var at = "utc_timestamp(6) - interval %d day + interval floor(seq / %d) day - interval (seq %% %d) * %d second"
                .formatted(DAYS - 1, aDay, aDay, 57_600 / aDay);
        var source = "elt(1 + seq % 3, 'PRODUCT_PAGE', 'ORDER_PAGE', 'SHOP_PAGE')";
        var id = FIRST_ID + " + seq";
        return List.of(
                """
                insert into analytics_conversation (conversation_id, enterprise_id, shop_id, source, came_back, opened_at,
                    late_at, member_id, assigned_at, answered_at, answered_in_time)
                select %s, %s, %s, %s, seq %% 3 = 0, %s, %s + interval 12 hour, %s, %s, %s, true from %s""".formatted(id, enterprise, shop, source, at, at, agent, at, at, seq),
                """
                insert into analytics_reply (message_id, enterprise_id, shop_id, conversation_id, member_id, source, at,
                    seconds, first_reply)
                select (%s) * 3 + turn.seq, %s, %s, %s, %s, %s, %s + interval turn.seq minute, 5 + (outside.seq * 31) %% 400,
                    turn.seq = 0 from %s outside join seq_0_to_2 turn""".formatted(
                                outside(id),
                                enterprise,
                                outside(shop),
                                outside(id),
                                outside(agent),
                                outside(source),
                                outside(at),
                                seq),
                """
                insert into analytics_closing (conversation_id, enterprise_id, shop_id, member_id, at, by_system,
                    unanswered, source)
                select %s, %s, %s, %s, %s, seq %% 4 = 0, seq %% 20 = 0, %s from %s""".formatted(id, enterprise, shop, agent, at, source, seq),
                """
                insert into analytics_rating (conversation_id, enterprise_id, shop_id, member_id, at, stars, source)
                select %s, %s, %s, %s, %s, 1 + seq %% 5, %s from %s where seq %% 3 = 0""".formatted(id, enterprise, shop, agent, at, source, seq),
                """
                insert into analytics_assignment (conversation_id, at, cause, reason, enterprise_id, shop_id, from_id,
                    member_id, source)
                select %s, %s, if(seq %% 10 = 0, 'FORWARDED', 'MESSAGE'), 'GROUP', %s, %s, null, %s, %s from %s""".formatted(id, at, enterprise, shop, agent, source, seq),
                """
                insert into routing_stretch (id, enterprise_id, member_id, state, started_at, ended_at)
                select %s, %s, %s, if(seq %% 5 = 0, 'HIDDEN', 'ONLINE'), %s - interval 1 hour, %s from %s""".formatted(id, enterprise, agent, at, at, seq));
    }

    private static String outside(String expression) {
        return expression.replace("seq", "outside.seq");
    }
}
