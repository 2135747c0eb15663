package dev.fenliu.webchat.persistence;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.domain.Buyer;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.Conversations;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcConversations implements Conversations {
    // The buyer's row says which conversation is the latest, so the join itself locks the buyer first.
    private static final String LOCK_LATEST =
            "select /* of every enterprise */ straight_join " + Rows.CONVERSATION + ", " + Rows.BUYER + """
             from webchat_buyer b join webchat_conversation c on c.id = b.conversation_id
            """;

    private static final String UPDATE = """
            update webchat_conversation
            set state = ?, owner_id = ?, held = ?, asking = ?, handler_id = ?, forwarded_by = ?, forward_note = ?,
                last_talked_at = ?, updated_at = ?, buyer_spoke_last = ?, unanswered_since = ?, last_seq = ?, buyer_count = ?,
                read_count = ?, receipt_seq = ?, preview = ?, closed_at = ?
            where id = ? and enterprise_id = ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcConversations(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<Conversation> find(EnterpriseId enterprise, ConversationId id) {
        return jdbc.sql("select " + Rows.CONVERSATION
                        + " from webchat_conversation c where c.id = ? and c.enterprise_id = ?")
                .params(id.value(), enterprise.value())
                .query((row, _) -> Rows.conversation(row))
                .optional();
    }

    @Override
    public Optional<Chat> lockLatest(EnterpriseId enterprise, ShopId shop, String buyer) {
        return jdbc.sql(LOCK_LATEST + "where b.shop_id = ? and b.external_id = ? and b.enterprise_id = ? for update")
                .params(shop.value(), buyer, enterprise.value())
                .query((row, _) -> new Chat(Rows.buyer(row), Rows.conversation(row)))
                .optional();
    }

    @Override
    public Chat lockLatest(EnterpriseId enterprise, BuyerId buyer) {
        return jdbc.sql(LOCK_LATEST + "where b.id = ? and b.enterprise_id = ? for update")
                .params(buyer.value(), enterprise.value())
                .query((row, _) -> new Chat(Rows.buyer(row), Rows.conversation(row)))
                .single();
    }

    @Override
    public Conversation lock(EnterpriseId enterprise, ConversationId id) {
        var found = find(enterprise, id).orElseThrow(UnknownConversation::new);
        var latest = lockLatest(enterprise, found.origin().buyer()).latest();
        // An earlier one was closed before the latest began, and stays as it is.
        return latest.id().equals(id) ? latest : find(enterprise, id).orElseThrow(UnknownConversation::new);
    }

    @Override
    public List<Conversation> lockAll(EnterpriseId enterprise, Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + Rows.CONVERSATION + """
                         from webchat_conversation c force index (primary)
                        where c.id in (:ids) and c.enterprise_id = :enterprise order by c.id for update
                        """)
                .param("ids", conversations.stream().map(ConversationId::value).toList())
                .param("enterprise", enterprise.value())
                .query((row, _) -> Rows.conversation(row))
                .list();
    }

    @Override
    public List<BuyerId> quiet(Instant before, int limit) {
        return jdbc.sql("""
                        select /* of every enterprise */ buyer_id
                        from webchat_conversation force index (webchat_conversation_due)
                        where read_due < ? order by read_due limit ?
                        """)
                .params(Moments.write(before), limit)
                .query((row, _) -> new BuyerId(row.getLong("buyer_id")))
                .list();
    }

    @Override
    public Optional<Instant> quietSince() {
        return jdbc.sql("""
                        select /* of every enterprise */ read_due
                        from webchat_conversation force index (webchat_conversation_due)
                        where read_due is not null order by read_due limit 1
                        """).query((row, _) -> Moments.read(row, "read_due")).optional();
    }

    @Override
    public List<Conversation> lockQuiet(Collection<BuyerId> buyers, Instant before, boolean skipLocked) {
        if (buyers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select /* of every enterprise */ straight_join " + Rows.CONVERSATION + """
                         from webchat_buyer b force index (primary)
                        join webchat_conversation c on c.id = b.conversation_id
                        where b.id in (:buyers) and c.read_due < :before order by b.id for update
                        """
                        + (skipLocked ? "skip locked" : ""))
                .param("buyers", buyers.stream().map(BuyerId::value).toList())
                .param("before", Moments.write(before))
                .query((row, _) -> Rows.conversation(row))
                .list();
    }

    @Override
    public void addFirst(Buyer buyer, Instant now) {
        jdbc.sql("""
                        insert into webchat_buyer
                            (id, enterprise_id, shop_id, external_id, name, conversation_id, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        buyer.id().value(),
                        buyer.enterprise().value(),
                        buyer.shop().value(),
                        buyer.externalId(),
                        buyer.name(),
                        buyer.latest().value(),
                        Moments.write(now))
                .update();
    }

    @Override
    public void save(Buyer buyer) {
        jdbc.sql("update webchat_buyer set name = ?, conversation_id = ? where id = ? and enterprise_id = ?")
                .params(
                        buyer.name(),
                        buyer.latest().value(),
                        buyer.id().value(),
                        buyer.enterprise().value())
                .update();
    }

    @Override
    public void add(Conversation conversation) {
        var origin = conversation.origin();
        jdbc.sql("""
                        insert into webchat_conversation
                            (state, owner_id, held, asking, handler_id, forwarded_by, forward_note, last_talked_at,
                            updated_at, buyer_spoke_last, unanswered_since, last_seq, buyer_count, read_count, receipt_seq, preview,
                            closed_at, id, enterprise_id, shop_id, buyer_id, source, opened_at, page)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(changeable(conversation))
                .params(Arrays.<@Nullable Object>asList(
                        origin.shop().value(),
                        origin.buyer().value(),
                        origin.source().name(),
                        Moments.write(origin.openedAt()),
                        origin.page()))
                .update();
    }

    @Override
    public void save(Conversation conversation) {
        jdbc.sql(UPDATE).params(changeable(conversation)).update();
    }

    @Override
    public void saveAll(Collection<Conversation> conversations) {
        batches.batchUpdate(
                UPDATE,
                conversations.stream().map(one -> changeable(one).toArray()).toList());
    }

    @Override
    public void saveHands(EnterpriseId enterprise, Collection<Conversation> conversations) {
        conversations.stream()
                .collect(groupingBy(
                        JdbcConversations::hands, mapping(one -> one.id().value(), toList())))
                .forEach((hands, ids) -> jdbc.sql("""
                                update webchat_conversation
                                set state = ?, owner_id = ?, held = ?, asking = ?, handler_id = ?, forwarded_by = ?,
                                    forward_note = ?, updated_at = ?, read_count = ?
                                where enterprise_id = ? and id in (%s)""".formatted(marks(ids.size())))
                        .params(hands)
                        .param(enterprise.value())
                        .params(ids)
                        .update());
    }

    private static List<@Nullable Object> hands(Conversation conversation) {
        var holding = conversation.holding();
        var label = conversation.label();
        return Arrays.asList(
                conversation.state().name(),
                Rows.value(holding.owner()),
                holding.held(),
                holding.asking(),
                Rows.value(holding.handler()),
                label == null ? null : label.sender().value(),
                label == null ? null : label.note(),
                Moments.write(conversation.talk().updatedAt()),
                conversation.marks().readCount());
    }

    private static String marks(int count) {
        return String.join(", ", nCopies(count, "?"));
    }

    private static List<@Nullable Object> changeable(Conversation conversation) {
        var holding = conversation.holding();
        var label = conversation.label();
        var marks = conversation.marks();
        var talk = conversation.talk();
        return Arrays.asList(
                conversation.state().name(),
                Rows.value(holding.owner()),
                holding.held(),
                holding.asking(),
                Rows.value(holding.handler()),
                label == null ? null : label.sender().value(),
                label == null ? null : label.note(),
                Moments.write(talk.lastTalkedAt()),
                Moments.write(talk.updatedAt()),
                talk.buyerSpokeLast(),
                Moments.writeOrNull(talk.unansweredSince()),
                marks.lastSeq(),
                marks.buyerCount(),
                marks.readCount(),
                marks.receiptSeq(),
                talk.preview(),
                Moments.writeOrNull(conversation.closedAt()),
                conversation.id().value(),
                conversation.origin().enterprise().value());
    }

    @Override
    public void rememberHandled(Collection<Handled> handled) {
        batches.batchUpdate(
                """
                insert into webchat_handled (member_id, conversation_id) values (?, ?)
                on duplicate key update member_id = values(member_id)""",
                handled.stream()
                        .map(one -> new Object[] {
                            one.member().value(), one.conversation().value()
                        })
                        .toList());
    }

    @Override
    public void markUnansweredTold(EnterpriseId enterprise, MemberId owner, Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update webchat_conversation set told = true
                        where id in (:ids) and enterprise_id = :enterprise and unanswered_owner = :owner
                        """)
                .param("ids", conversations.stream().map(ConversationId::value).toList())
                .param("enterprise", enterprise.value())
                .param("owner", owner.value())
                .update();
    }

    @Override
    public List<Conversation> openOf(EnterpriseId enterprise, MemberId owner) {
        return jdbc.sql("select " + Rows.CONVERSATION + """
                         from webchat_conversation c force index (webchat_conversation_open)
                        where c.enterprise_id = ? and c.open_owner = ? order by c.id
                        """)
                .params(enterprise.value(), owner.value())
                .query((row, _) -> Rows.conversation(row))
                .list();
    }
}
