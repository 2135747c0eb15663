package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.domain.Archive;
import dev.fenliu.webchat.domain.Found;
import dev.fenliu.webchat.domain.Listed;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks for words where an agent may look, instead of looking everywhere for what the agent may see (decision 0010). */
@Repository
class JdbcArchive implements Archive {
    private static final String LATEST = """
            (select id from webchat_conversation force index (webchat_conversation_by_owner)
                where enterprise_id = :enterprise and owner_id = :member and id < :before order by id desc limit :limit)
            union
            (select conversation_id from webchat_handled
                where member_id = :member and conversation_id < :before order by conversation_id desc limit :limit)
            order by id desc limit :limit
            """;

    private static final String LINE = """
            (select m.text from webchat_message m force index (webchat_message_by_buyer)
                where m.buyer_id = c.buyer_id and m.conversation_id <= c.id
                    and (m.conversation_id = c.id or c.open_owner = :member)
                    and m.enterprise_id = :enterprise and locate(:words, m.text) > 0
                order by m.conversation_id desc, m.seq desc limit 1) as line
            """;

    private static final String HOLDING =
            "select straight_join " + Rows.CONVERSATION + ", " + Rows.BUYER + ", " + LINE + """
             from webchat_conversation c force index (primary) join webchat_buyer b on b.id = c.buyer_id
            where c.id in (:among) and c.enterprise_id = :enterprise and c.shop_id in (:shops)
            having line is not null or locate(:words, buyer_name) > 0 or locate(:words, buyer_external) > 0
            order by c.id desc limit :limit
            """;

    private final JdbcClient jdbc;

    JdbcArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ConversationId> latest(
            EnterpriseId enterprise, MemberId member, @Nullable ConversationId before, int limit) {
        return jdbc.sql(LATEST)
                .param("enterprise", enterprise.value())
                .param("member", member.value())
                .param("before", before == null ? Long.MAX_VALUE : before.value())
                .param("limit", limit)
                .query((row, _) -> new ConversationId(row.getLong("id")))
                .list();
    }

    @Override
    public List<Found> holding(
            EnterpriseId enterprise,
            MemberId member,
            Collection<ShopId> shops,
            Collection<ConversationId> among,
            String words,
            int limit) {
        if (shops.isEmpty() || among.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(HOLDING)
                .param("enterprise", enterprise.value())
                .param("member", member.value())
                .param("shops", shops.stream().map(ShopId::value).toList())
                .param("among", among.stream().map(ConversationId::value).toList())
                .param("words", words)
                .param("limit", limit)
                .query((row, _) ->
                        new Found(new Listed(Rows.conversation(row), Rows.buyer(row)), row.getString("line")))
                .list();
    }
}
