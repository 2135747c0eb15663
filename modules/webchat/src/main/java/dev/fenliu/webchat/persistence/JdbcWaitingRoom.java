package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.domain.Listed;
import dev.fenliu.webchat.domain.WaitingRoom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaitingRoom implements WaitingRoom {
    private final JdbcClient jdbc;

    JdbcWaitingRoom(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Listed> oldest(EnterpriseId enterprise, ShopId shop, @Nullable ConversationId after, int limit) {
        return jdbc.sql("select straight_join " + Rows.CONVERSATION + ", " + Rows.BUYER + """
                         from webchat_conversation c force index (webchat_conversation_by_state)
                        join webchat_buyer b on b.id = c.buyer_id
                        where c.enterprise_id = ? and c.state = 'WAITING' and c.shop_id = ? and c.id > ?
                        order by c.id limit ?
                        """)
                .params(enterprise.value(), shop.value(), after == null ? 0 : after.value(), limit)
                .query((row, _) -> new Listed(Rows.conversation(row), Rows.buyer(row)))
                .list();
    }
}
