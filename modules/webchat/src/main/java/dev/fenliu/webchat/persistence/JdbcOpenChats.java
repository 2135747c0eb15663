package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.OpenChats;
import dev.fenliu.accounts.ShopId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOpenChats implements OpenChats {
    private final JdbcClient jdbc;

    JdbcOpenChats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<MemberId, Map<ShopId, Integer>> owned(EnterpriseId enterprise) {
        var owned = new LinkedHashMap<MemberId, Map<ShopId, Integer>>();
        jdbc.sql("""
                        select open_owner, shop_id, count(*) as conversations
                        from webchat_conversation force index (webchat_conversation_open)
                        where enterprise_id = ? and open_owner is not null group by open_owner, shop_id
                        """).param(enterprise.value()).query(row -> {
            owned.computeIfAbsent(new MemberId(row.getLong("open_owner")), _ -> new LinkedHashMap<>())
                    .put(new ShopId(row.getLong("shop_id")), row.getInt("conversations"));
        });
        return owned;
    }

    @Override
    public Map<ShopId, Standing> byShop(EnterpriseId enterprise) {
        var shops = new LinkedHashMap<ShopId, Standing>();
        jdbc.sql("""
                        select shop_id, sum(state = 'OPEN') as owned, sum(state = 'WAITING') as waiting
                        from webchat_conversation
                        where enterprise_id = ? and state in ('OPEN', 'WAITING') group by shop_id
                        """).param(enterprise.value()).query(row -> {
            shops.put(new ShopId(row.getLong("shop_id")), new Standing(row.getInt("owned"), row.getInt("waiting")));
        });
        return shops;
    }
}
