package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.domain.Blocking;
import dev.fenliu.webchat.domain.Buyer;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.Holding;
import dev.fenliu.webchat.domain.Label;
import dev.fenliu.webchat.domain.Marks;
import dev.fenliu.webchat.domain.Message;
import dev.fenliu.webchat.domain.Notice;
import dev.fenliu.webchat.domain.Origin;
import dev.fenliu.webchat.domain.Sender;
import dev.fenliu.webchat.domain.Talk;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How rows become what they stand for. */
final class Rows {
    /** Of {@code webchat_conversation c}. */
    static final String CONVERSATION = """
            c.id, c.enterprise_id, c.shop_id, c.buyer_id, c.source, c.state, c.owner_id, c.held, c.asking, c.handler_id,
            c.forwarded_by, c.forward_note, c.opened_at, c.last_talked_at, c.updated_at, c.buyer_spoke_last, c.unanswered_since, c.last_seq,
            c.buyer_count, c.read_count, c.receipt_seq, c.preview, c.closed_at, c.page
            """;

    /** Of {@code webchat_buyer b}, beside a conversation. */
    static final String BUYER = """
            b.external_id as buyer_external, b.name as buyer_name, b.conversation_id as buyer_latest,
            b.blocked_at as buyer_blocked_at, b.blocked_by as buyer_blocked_by
            """;

    /** Of {@code webchat_message m}. */
    static final String MESSAGE = """
            m.id, m.conversation_id, m.shop_id, m.seq, m.buyer_count, m.sender, m.member_id, m.recipient_id, m.notice, m.text,
            m.card_type, m.card_ref, m.card_title, m.at, m.read_at
            """;

    private Rows() {}

    static Conversation conversation(ResultSet row) throws SQLException {
        var forwardedBy = member(row, "forwarded_by");
        return new Conversation(
                new Origin(
                        new ConversationId(row.getLong("id")),
                        new EnterpriseId(row.getLong("enterprise_id")),
                        new ShopId(row.getLong("shop_id")),
                        new BuyerId(row.getLong("buyer_id")),
                        ChatSource.valueOf(row.getString("source")),
                        Moments.read(row, "opened_at"),
                        row.getString("page")),
                ConversationState.valueOf(row.getString("state")),
                new Holding(
                        member(row, "owner_id"),
                        row.getBoolean("held"),
                        row.getBoolean("asking"),
                        member(row, "handler_id")),
                forwardedBy == null ? null : new Label(forwardedBy, row.getString("forward_note")),
                new Marks(
                        row.getLong("last_seq"),
                        row.getInt("buyer_count"),
                        row.getInt("read_count"),
                        row.getLong("receipt_seq")),
                new Talk(
                        Moments.read(row, "last_talked_at"),
                        Moments.read(row, "updated_at"),
                        row.getBoolean("buyer_spoke_last"),
                        Moments.readOrNull(row, "unanswered_since"),
                        row.getString("preview")),
                Moments.readOrNull(row, "closed_at"));
    }

    static Buyer buyer(ResultSet row) throws SQLException {
        return new Buyer(
                new BuyerId(row.getLong("buyer_id")),
                new EnterpriseId(row.getLong("enterprise_id")),
                new ShopId(row.getLong("shop_id")),
                row.getString("buyer_external"),
                row.getString("buyer_name"),
                new ConversationId(row.getLong("buyer_latest")),
                blocking(row));
    }

    private static @Nullable Blocking blocking(ResultSet row) throws SQLException {
        var by = member(row, "buyer_blocked_by");
        return by == null ? null : new Blocking(by, Moments.read(row, "buyer_blocked_at"));
    }

    static Message message(ResultSet row) throws SQLException {
        var notice = row.getString("notice");
        var card = row.getString("card_type");
        return new Message(
                new MessageId(row.getLong("id")),
                new ConversationId(row.getLong("conversation_id")),
                new ShopId(row.getLong("shop_id")),
                row.getLong("seq"),
                row.getInt("buyer_count"),
                Sender.valueOf(row.getString("sender")),
                member(row, "member_id"),
                member(row, "recipient_id"),
                notice == null ? null : Notice.valueOf(notice),
                row.getString("text"),
                card == null
                        ? null
                        : new Card(Card.Type.valueOf(card), row.getString("card_ref"), row.getString("card_title")),
                Moments.read(row, "at"),
                Moments.readOrNull(row, "read_at"));
    }

    static @Nullable MemberId member(ResultSet row, String column) throws SQLException {
        var id = row.getLong(column);
        return row.wasNull() ? null : new MemberId(id);
    }

    static @Nullable Long value(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
