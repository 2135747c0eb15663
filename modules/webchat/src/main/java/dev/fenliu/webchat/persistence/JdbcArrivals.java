package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.Arrivals;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcArrivals implements Arrivals {
    private final JdbcClient jdbc;

    JdbcArrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Arrival> of(EnterpriseId enterprise, Collection<ConversationId> conversations) {
        // A buyer's first conversation has its number before the buyer has one: no clock tells that as exactly.
        return jdbc.sql("""
                        select c.id, c.shop_id, c.source, c.opened_at, c.id > b.id as came_back
                        from webchat_conversation c force index (primary) join webchat_buyer b on b.id = c.buyer_id
                        where c.id in (:ids) and c.enterprise_id = :enterprise
                        """)
                .param("ids", conversations.stream().map(ConversationId::value).toList())
                .param("enterprise", enterprise.value())
                .query((row, _) -> new Arrival(
                        new ConversationId(row.getLong("id")),
                        new ShopId(row.getLong("shop_id")),
                        ChatSource.valueOf(row.getString("source")),
                        row.getBoolean("came_back"),
                        Moments.read(row, "opened_at")))
                .list();
    }
}
