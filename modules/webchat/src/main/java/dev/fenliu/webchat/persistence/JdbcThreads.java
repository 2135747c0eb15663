package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.domain.Buyer;
import dev.fenliu.webchat.domain.Message;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcThreads implements Threads {
    private static final String SELECT = "select " + Rows.MESSAGE + " from webchat_message m ";
    private static final String BY_BUYER = SELECT + "force index (webchat_message_by_buyer) ";
    private static final String BY_SEQ = SELECT + "force index (webchat_message_seq) ";

    private final JdbcClient jdbc;

    JdbcThreads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Message> history(EnterpriseId enterprise, BuyerId buyer, Position before, int limit) {
        return query(
                        BY_BUYER + """
                        where m.buyer_id = ?
                            and (m.conversation_id < ? or (m.conversation_id = ? and m.seq < ?)) and m.enterprise_id = ?
                        order by m.conversation_id desc, m.seq desc limit ?
                        """,
                        buyer.value(),
                        before.conversation().value(),
                        before.conversation().value(),
                        before.seq(),
                        enterprise.value(),
                        limit)
                .reversed();
    }

    @Override
    public List<Message> historyAfter(
            EnterpriseId enterprise, BuyerId buyer, Position after, ConversationId upTo, int limit) {
        return query(
                BY_BUYER + """
                where m.buyer_id = ?
                    and ((m.conversation_id = ? and m.seq > ?) or (m.conversation_id > ? and m.conversation_id <= ?))
                    and m.conversation_id <= ? and m.enterprise_id = ?
                order by m.conversation_id, m.seq limit ?
                """,
                buyer.value(),
                after.conversation().value(),
                after.seq(),
                after.conversation().value(),
                upTo.value(),
                upTo.value(),
                enterprise.value(),
                limit);
    }

    @Override
    public List<Message> lines(EnterpriseId enterprise, ConversationId conversation, long afterSeq, int limit) {
        return query(
                BY_SEQ + "where m.conversation_id = ? and m.seq > ? and m.enterprise_id = ? order by m.seq limit ?",
                conversation.value(),
                afterSeq,
                enterprise.value(),
                limit);
    }

    @Override
    public List<Message> linesBefore(EnterpriseId enterprise, ConversationId conversation, long beforeSeq, int limit) {
        return query(BY_SEQ + """
                        where m.conversation_id = ? and m.seq < ? and m.enterprise_id = ? order by m.seq desc limit ?
                        """, conversation.value(), beforeSeq, enterprise.value(), limit)
                .reversed();
    }

    @Override
    public List<Message> linesOfSeveral(EnterpriseId enterprise, Map<ConversationId, Long> afterSeq, int limit) {
        if (afterSeq.isEmpty()) {
            return List.of();
        }
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        parameters.add(enterprise.value());
        afterSeq.forEach((conversation, seq) -> {
            conditions.add("(m.conversation_id = ? and m.seq > ?)");
            parameters.add(conversation.value());
            parameters.add(seq);
        });
        parameters.add(limit);
        return query(
                BY_SEQ + "where m.enterprise_id = ? and (" + String.join(" or ", conditions)
                        + ") order by m.conversation_id, m.seq limit ?",
                parameters.toArray());
    }

    private List<Message> query(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, _) -> Rows.message(row))
                .list();
    }

    @Override
    public Optional<Buyer> buyer(EnterpriseId enterprise, ShopId shop, String externalId) {
        return jdbc.sql("select b.id as buyer_id, b.enterprise_id, b.shop_id, " + Rows.BUYER + """
                         from webchat_buyer b
                        where b.shop_id = ? and b.external_id = ? and b.enterprise_id = ?
                        """)
                .params(shop.value(), externalId, enterprise.value())
                .query((row, _) -> Rows.buyer(row))
                .optional();
    }

    @Override
    public boolean wasHandledBy(MemberId member, ConversationId conversation) {
        return jdbc.sql("select 1 from webchat_handled where member_id = ? and conversation_id = ?")
                .params(member.value(), conversation.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
