package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Conversations;
import dev.fenliu.webchat.OpenConversations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How conversations stand, for the other modules. Always counted from the rows themselves, by indexes that hold only what
 * is open: the indexes are named because the optimizer, seeing small tables, would take ones that grow with every
 * conversation.
 */
@Repository
class JdbcStandings implements Conversations, OpenConversations {
    private final JdbcClient jdbc;

    JdbcStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<MemberId, Integer> loads(EnterpriseId enterprise) {
        var loads = new HashMap<MemberId, Integer>();
        jdbc.sql("""
                        select unread_owner, count(*) as unread
                        from webchat_conversation force index (webchat_conversation_unread)
                        where enterprise_id = ? and unread_owner is not null group by unread_owner
                        """).param(enterprise.value()).query(row -> {
            loads.put(new MemberId(row.getLong("unread_owner")), row.getInt("unread"));
        });
        return loads;
    }

    @Override
    public int load(EnterpriseId enterprise, MemberId agent) {
        return jdbc.sql("""
                        select count(*) from webchat_conversation force index (webchat_conversation_unread)
                        where enterprise_id = ? and unread_owner = ?
                        """)
                .params(enterprise.value(), agent.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<ConversationId, Standing> lock(EnterpriseId enterprise, Collection<ConversationId> conversations) {
        var standings = new LinkedHashMap<ConversationId, Standing>();
        if (conversations.isEmpty()) {
            return standings;
        }
        // By the primary key, so that nothing else is locked and the order is that of the ids.
        jdbc.sql("""
                        select id, owner_id, held, state, unread_owner is not null as unread
                        from webchat_conversation force index (primary)
                        where id in (:ids) and enterprise_id = :enterprise order by id for update
                        """)
                .param("ids", conversations.stream().map(ConversationId::value).toList())
                .param("enterprise", enterprise.value())
                .query(row -> {
                    var owner = row.getLong("owner_id");
                    var nobody = row.wasNull();
                    var standing = new Standing(
                            new ConversationId(row.getLong("id")),
                            nobody ? null : new MemberId(owner),
                            row.getBoolean("held"),
                            row.getBoolean("unread"));
                    if (!row.getString("state").startsWith("CLOSED")) {
                        standings.put(standing.conversation(), standing);
                    }
                });
        return standings;
    }

    @Override
    public List<Owned> unreadOf(EnterpriseId enterprise, MemberId owner, @Nullable ShopId shop) {
        return jdbc.sql("""
                        select id, shop_id, source, coalesce(handler_id, owner_id) as last_handler, last_talked_at
                        from webchat_conversation force index (webchat_conversation_unread)
                        where enterprise_id = :enterprise and unread_owner = :owner
                            and (:shop is null or shop_id = :shop)
                        order by id
                        """)
                .param("enterprise", enterprise.value())
                .param("owner", owner.value())
                .param("shop", shop == null ? null : shop.value())
                .query(JdbcStandings::owned)
                .list();
    }

    @Override
    public Map<MemberId, Set<ShopId>> owners(EnterpriseId enterprise) {
        var owners = new LinkedHashMap<MemberId, Set<ShopId>>();
        jdbc.sql("""
                        select distinct open_owner, shop_id
                        from webchat_conversation force index (webchat_conversation_open)
                        where enterprise_id = ? and open_owner is not null
                        """).param(enterprise.value()).query(row -> {
            owners.computeIfAbsent(new MemberId(row.getLong("open_owner")), _ -> new LinkedHashSet<>())
                    .add(new ShopId(row.getLong("shop_id")));
        });
        return owners;
    }

    @Override
    public List<Owned> openOf(EnterpriseId enterprise, MemberId owner, ShopId shop) {
        return jdbc.sql("""
                        select id, shop_id, source, coalesce(handler_id, owner_id) as last_handler, last_talked_at
                        from webchat_conversation force index (webchat_conversation_open)
                        where enterprise_id = ? and open_owner = ? and shop_id = ? order by id
                        """)
                .params(enterprise.value(), owner.value(), shop.value())
                .query(JdbcStandings::owned)
                .list();
    }

    private static Owned owned(ResultSet row, int index) throws SQLException {
        return new Owned(
                new ConversationId(row.getLong("id")),
                new ShopId(row.getLong("shop_id")),
                ChatSource.valueOf(row.getString("source")),
                new MemberId(row.getLong("last_handler")),
                Moments.read(row, "last_talked_at"));
    }

    @Override
    public List<Count> count(EnterpriseId enterprise) {
        return jdbc.sql("""
                        select shop_id, open_owner, count(*) - count(unread_owner) as are_read, count(unread_owner) as unread
                        from webchat_conversation force index (webchat_conversation_open)
                        where enterprise_id = ? and open_owner is not null group by shop_id, open_owner
                        """)
                .param(enterprise.value())
                .query((row, _) -> new Count(
                        new ShopId(row.getLong("shop_id")),
                        new MemberId(row.getLong("open_owner")),
                        row.getInt("are_read"),
                        row.getInt("unread")))
                .list();
    }
}
