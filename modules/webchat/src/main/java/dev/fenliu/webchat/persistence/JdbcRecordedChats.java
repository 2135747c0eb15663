package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.RecordedChats;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecordedChats implements RecordedChats {
    private final JdbcClient jdbc;

    JdbcRecordedChats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Recorded> of(EnterpriseId enterprise, Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return List.of();
        }
        // The first line is the buyer's, and answering marks it read.
        return jdbc.sql("""
                        select straight_join c.id, c.buyer_id, c.source, c.opened_at, m.read_at,
                            coalesce(b.handler_id, b.owner_id) as last_handler, b.last_talked_at
                        from webchat_conversation c force index (primary)
                        left join webchat_message m on m.conversation_id = c.id and m.seq = 1
                        left join webchat_conversation b on b.id = (
                            select max(e.id) from webchat_conversation e where e.buyer_id = c.buyer_id and e.id < c.id)
                        where c.id in (:ids) and c.enterprise_id = :enterprise
                        order by c.opened_at, c.id
                        """)
                .param("ids", conversations.stream().map(ConversationId::value).toList())
                .param("enterprise", enterprise.value())
                .query(JdbcRecordedChats::recorded)
                .list();
    }

    private static Recorded recorded(ResultSet row, int index) throws SQLException {
        var handler = row.getLong("last_handler");
        var nobody = row.wasNull();
        return new Recorded(
                new ConversationId(row.getLong("id")),
                row.getLong("buyer_id"),
                ChatSource.valueOf(row.getString("source")),
                Moments.read(row, "opened_at"),
                Moments.readOrNull(row, "read_at"),
                nobody ? null : new MemberId(handler),
                Moments.readOrNull(row, "last_talked_at"));
    }
}
