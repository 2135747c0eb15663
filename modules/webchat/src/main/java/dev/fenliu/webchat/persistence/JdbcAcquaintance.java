package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.NoteId;
import dev.fenliu.webchat.domain.Acquaintance;
import dev.fenliu.webchat.domain.Blocking;
import dev.fenliu.webchat.domain.BuyerNote;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAcquaintance implements Acquaintance {
    private static final String NOTE =
            "select id, buyer_id, author_id, text, written_at, changed_at from webchat_buyer_note ";
    private static final int MOST_NOTES = 100;

    private final JdbcClient jdbc;

    JdbcAcquaintance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Visit> visits(EnterpriseId enterprise, BuyerId buyer, ConversationId before, int limit) {
        return jdbc.sql("""
                        select straight_join c.id, c.source, c.state, coalesce(c.handler_id, c.owner_id) as handler,
                            c.opened_at, c.preview, r.score
                        from webchat_conversation c force index (webchat_conversation_by_buyer)
                            left join webchat_rating r on r.conversation_id = c.id
                        where c.buyer_id = ? and c.id < ? and c.enterprise_id = ?
                        order by c.id desc limit ?
                        """)
                .params(buyer.value(), before.value(), enterprise.value(), limit)
                .query((row, _) -> visit(row))
                .list();
    }

    private static Visit visit(ResultSet row) throws SQLException {
        var score = row.getInt("score");
        var rated = !row.wasNull();
        return new Visit(
                new ConversationId(row.getLong("id")),
                ChatSource.valueOf(row.getString("source")),
                ConversationState.valueOf(row.getString("state")),
                Rows.member(row, "handler"),
                Moments.read(row, "opened_at"),
                row.getString("preview"),
                rated ? score : null);
    }

    @Override
    public List<Card> cards(EnterpriseId enterprise, BuyerId buyer, ConversationId last, int limit) {
        return jdbc.sql("""
                        select card_type, card_ref, card_title
                        from webchat_message force index (webchat_message_by_card)
                        where card_buyer = ? and conversation_id <= ? and enterprise_id = ? order by id desc limit ?
                        """)
                .params(buyer.value(), last.value(), enterprise.value(), limit)
                .query((row, _) -> new Card(
                        Card.Type.valueOf(row.getString("card_type")),
                        row.getString("card_ref"),
                        row.getString("card_title")))
                .list();
    }

    @Override
    public List<BuyerNote> notes(EnterpriseId enterprise, BuyerId buyer) {
        return jdbc.sql(NOTE + "where buyer_id = ? and enterprise_id = ? order by id desc limit ?")
                .params(buyer.value(), enterprise.value(), MOST_NOTES)
                .query((row, _) -> note(row))
                .list();
    }

    @Override
    public Optional<BuyerNote> note(EnterpriseId enterprise, NoteId id) {
        return jdbc.sql(NOTE + "where id = ? and enterprise_id = ?")
                .params(id.value(), enterprise.value())
                .query((row, _) -> note(row))
                .optional();
    }

    private static BuyerNote note(ResultSet row) throws SQLException {
        return new BuyerNote(
                new NoteId(row.getLong("id")),
                new BuyerId(row.getLong("buyer_id")),
                new MemberId(row.getLong("author_id")),
                row.getString("text"),
                Moments.read(row, "written_at"),
                Moments.readOrNull(row, "changed_at"));
    }

    @Override
    public void add(EnterpriseId enterprise, BuyerNote note) {
        jdbc.sql("""
                        insert into webchat_buyer_note (id, enterprise_id, buyer_id, author_id, text, written_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        note.id().value(),
                        enterprise.value(),
                        note.buyer().value(),
                        note.author().value(),
                        note.text(),
                        Moments.write(note.writtenAt()))
                .update();
    }

    @Override
    public void change(EnterpriseId enterprise, NoteId id, String text, Instant now) {
        jdbc.sql("update webchat_buyer_note set text = ?, changed_at = ? where id = ? and enterprise_id = ?")
                .params(text, Moments.write(now), id.value(), enterprise.value())
                .update();
    }

    @Override
    public void remove(EnterpriseId enterprise, NoteId id) {
        jdbc.sql("delete from webchat_buyer_note where id = ? and enterprise_id = ?")
                .params(id.value(), enterprise.value())
                .update();
    }

    @Override
    public boolean block(EnterpriseId enterprise, BuyerId buyer, Blocking blocking) {
        return jdbc.sql("""
                        update webchat_buyer set blocked_at = ?, blocked_by = ?
                        where id = ? and enterprise_id = ? and blocked_by is null
                        """)
                        .params(
                                Moments.write(blocking.since()),
                                blocking.by().value(),
                                buyer.value(),
                                enterprise.value())
                        .update()
                > 0;
    }

    @Override
    public boolean unblock(EnterpriseId enterprise, BuyerId buyer) {
        return jdbc.sql("""
                        update webchat_buyer set blocked_at = null, blocked_by = null
                        where id = ? and enterprise_id = ? and blocked_by is not null
                        """).params(buyer.value(), enterprise.value()).update() > 0;
    }
}
