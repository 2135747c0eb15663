package dev.fenliu.routing.persistence;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.domain.Decisions.Logged;
import dev.fenliu.routing.domain.Explanation;
import java.sql.ResultSet;
import java.sql.SQLException;
import tools.jackson.databind.json.JsonMapper;

/** A row of routing_decision as the decision that it keeps. */
final class DecisionRow {
    private DecisionRow() {}

    static Logged logged(ResultSet row, JsonMapper json) throws SQLException {
        var member = row.getLong("member_id");
        return new Logged(
                new ConversationId(row.getLong("conversation_id")),
                new ShopId(row.getLong("shop_id")),
                Moments.read(row, "at"),
                Trigger.valueOf(row.getString("cause")),
                Reason.valueOf(row.getString("reason")),
                row.getObject("member_id") == null ? null : new MemberId(member),
                explanation(row.getString("trace"), json));
    }

    // Until they were kept short, explanations were JSON.
    private static Explanation explanation(String trace, JsonMapper json) {
        return trace.startsWith("{") ? json.readValue(trace, Explanation.class) : Trace.read(trace);
    }
}
