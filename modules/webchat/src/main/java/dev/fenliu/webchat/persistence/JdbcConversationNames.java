package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.ConversationNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcConversationNames implements ConversationNames {
    private final JdbcClient jdbc;

    JdbcConversationNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ConversationId, Named> names(EnterpriseId enterprise, Collection<ConversationId> conversations) {
        var names = new HashMap<ConversationId, Named>();
        if (conversations.isEmpty()) {
            return names;
        }
        jdbc.sql("""
                        select straight_join c.id, c.source, b.name
                        from webchat_conversation c force index (primary)
                        join webchat_buyer b on b.id = c.buyer_id and b.enterprise_id = c.enterprise_id
                        where c.id in (:ids) and c.enterprise_id = :enterprise
                        """)
                .param("ids", conversations.stream().map(ConversationId::value).toList())
                .param("enterprise", enterprise.value())
                .query(row -> {
                    names.put(
                            new ConversationId(row.getLong("id")),
                            new Named(row.getString("name"), ChatSource.valueOf(row.getString("source"))));
                });
        return names;
    }
}
