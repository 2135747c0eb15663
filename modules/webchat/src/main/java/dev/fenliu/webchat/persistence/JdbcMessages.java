package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.WebchatEvent;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.Message;
import dev.fenliu.webchat.domain.Messages;
import dev.fenliu.webchat.domain.Received;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMessages implements Messages {
    // More than anybody scrolls past: a long conversation is not read from its beginning for every answer.
    private static final int SEEN_AT_ONCE = 500;

    private final JdbcClient jdbc;

    JdbcMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(Conversation to, Message line, @Nullable String externalId, @Nullable String clientKey) {
        var origin = to.origin();
        var card = line.card();
        var notice = line.notice();
        jdbc.sql("""
                        insert into webchat_message
                            (id, enterprise_id, shop_id, buyer_id, conversation_id, seq, buyer_count, sender, member_id,
                            recipient_id, notice, text, card_type, card_ref, card_title, external_id, client_key, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.<@Nullable Object>asList(
                        line.id().value(),
                        origin.enterprise().value(),
                        origin.shop().value(),
                        origin.buyer().value(),
                        line.conversation().value(),
                        line.seq(),
                        line.buyerCount(),
                        line.sender().name(),
                        Rows.value(line.member()),
                        Rows.value(line.recipient()),
                        notice == null ? null : notice.name(),
                        line.text(),
                        card == null ? null : card.type().name(),
                        card == null ? null : card.ref(),
                        card == null ? null : card.title(),
                        externalId,
                        clientKey,
                        Moments.write(line.at())))
                .update();
    }

    @Override
    public void stampRead(Conversation in, long afterSeq, long upToSeq, Instant now) {
        jdbc.sql("""
                        update webchat_message set read_at = ?
                        where conversation_id = ? and seq > ? and seq <= ? and sender = 'BUYER' and read_at is null
                            and enterprise_id = ?
                        """)
                .params(
                        Moments.write(now),
                        in.id().value(),
                        afterSeq,
                        upToSeq,
                        in.origin().enterprise().value())
                .update();
    }

    @Override
    public Optional<WebchatEvent.Wait> wait(Conversation in) {
        // Backwards from the last line: however long the conversation is, only what has no answer yet is read.
        return jdbc.sql("""
                        select m.at, a.seq is null as never_answered
                        from (select max(seq) as seq from (
                                select seq from webchat_message
                                where conversation_id = :conversation and enterprise_id = :enterprise
                                    and sender = 'AGENT'
                                order by conversation_id desc, seq desc limit 1) last_answer) a
                        join webchat_message m
                        where m.conversation_id = :conversation and m.enterprise_id = :enterprise
                            and m.seq > coalesce(a.seq, 0) and m.sender = 'BUYER'
                        order by m.seq limit 1
                        """)
                .param("conversation", in.id().value())
                .param("enterprise", in.origin().enterprise().value())
                .query((row, _) -> new WebchatEvent.Wait(Moments.read(row, "at"), row.getBoolean("never_answered")))
                .optional();
    }

    @Override
    public int stampSeen(Conversation in, long upToSeq, Instant now) {
        return jdbc.sql("""
                        update webchat_message set read_at = ?
                        where conversation_id = ? and seq > ? and seq <= ? and sender = 'AGENT' and read_at is null
                            and enterprise_id = ?
                        """)
                .params(
                        Moments.write(now),
                        in.id().value(),
                        upToSeq - SEEN_AT_ONCE,
                        upToSeq,
                        in.origin().enterprise().value())
                .update();
    }

    @Override
    public Optional<Message> find(EnterpriseId enterprise, MessageId id) {
        return jdbc.sql("select " + Rows.MESSAGE + " from webchat_message m where m.id = ? and m.enterprise_id = ?")
                .params(id.value(), enterprise.value())
                .query((row, _) -> Rows.message(row))
                .optional();
    }

    @Override
    public Optional<Message> withKey(EnterpriseId enterprise, ConversationId conversation, String clientKey) {
        return jdbc.sql("select " + Rows.MESSAGE + """
                         from webchat_message m
                        where m.conversation_id = ? and m.client_key = ? and m.enterprise_id = ?
                        """)
                .params(conversation.value(), clientKey, enterprise.value())
                .query((row, _) -> Rows.message(row))
                .optional();
    }

    @Override
    public Optional<Received> received(EnterpriseId enterprise, ShopId shop, String externalId) {
        return jdbc.sql("""
                        select id, conversation_id, buyer_id, seq from webchat_message
                        where shop_id = ? and external_id = ? and enterprise_id = ?
                        """)
                .params(shop.value(), externalId, enterprise.value())
                .query((row, _) -> new Received(
                        new MessageId(row.getLong("id")),
                        new ConversationId(row.getLong("conversation_id")),
                        new BuyerId(row.getLong("buyer_id")),
                        row.getLong("seq"),
                        false))
                .optional();
    }
}
