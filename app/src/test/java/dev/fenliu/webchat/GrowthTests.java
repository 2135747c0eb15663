package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.Chats.Floor;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.DeskFilter;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that the database touches for each step: the same in a shop's first week and in its tenth year. */
@FenliuTest
@TestInstance(PER_CLASS)
class GrowthTests {
    private static final int WEEK = 500;
    private static final int YEARS = 20_000;

    private final Chats chats;
    private final ReadConversations conversations;
    private final dev.fenliu.routing.Conversations standings;
    private final OpenConversations open;
    private final dev.fenliu.webchat.domain.Conversations closing;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Floor floor;
    private ConversationId regular;

    @Autowired
    GrowthTests(
            Chats chats,
            ReadConversations conversations,
            dev.fenliu.routing.Conversations standings,
            OpenConversations open,
            dev.fenliu.webchat.domain.Conversations closing,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.chats = chats;
        this.conversations = conversations;
        this.standings = standings;
        this.open = open;
        this.closing = closing;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeAll
    void openTheShop() {
        floor = chats.open();
        regular = chats.writeToAmy(floor, "regular").conversation();
        for (var line = 0; line < 60; line++) {
            chats.write(floor, "regular", "第 " + line + " 句");
        }
        for (var buyer = 0; buyer < 5; buyer++) {
            chats.writeToAmy(floor, "other-" + buyer);
        }
    }

    @Test
    void noStepTouchesMoreRowsAsClosedConversationsPileUp() {
        grow(0, WEEK);
        var inItsFirstWeek = rowsTouched();

        grow(WEEK, YEARS);
        var afterYears = rowsTouched();

        inItsFirstWeek.forEach(
                (step, rows) -> assertThat(afterYears.get(step)).as(step).isCloseTo(rows, withinPercentage(10)));
    }

    private Map<String, Long> rowsTouched() {
        var enterprise = floor.fresh().enterprise();
        var me = floor.page(floor.amy());
        var rows = new LinkedHashMap<String, Long>();
        chats.online(floor, floor.amy());
        rows.put("message", touched(() -> chats.write(floor, "regular", "還在嗎?")));
        rows.put("desk", touched(() -> conversations.desk(me, DeskFilter.ALL, null)));
        rows.put("unread", touched(() -> conversations.desk(me, DeskFilter.UNREAD, null)));
        rows.put("awaiting", touched(() -> conversations.desk(me, DeskFilter.AWAITING, null)));
        rows.put("forwarded", touched(() -> conversations.desk(me, DeskFilter.FORWARDED, null)));
        rows.put("thread", touched(() -> conversations.thread(me, regular, null)));
        rows.put("older", touched(() -> conversations.thread(me, regular, new Position(regular, 40))));
        rows.put("since", touched(() -> conversations.linesAfter(me, regular, new Position(regular, 55))));
        rows.put("stream", touched(() -> conversations.linesAfter(enterprise, Map.of(regular, 58L))));
        rows.put(
                "panel",
                touched(() -> conversations.ofBuyer(enterprise, floor.fresh().shop(), "regular", null)));
        rows.put("loads", touched(() -> standings.loads(enterprise)));
        rows.put("lock", touched(() -> standings.lock(enterprise, List.of(regular))));
        rows.put(
                "main's unread",
                touched(() -> standings.unreadOf(enterprise, floor.fresh().main(), null)));
        rows.put("counts", touched(() -> open.count(enterprise)));
        rows.put("sweep", touched(() -> closing.quiet(clock.instant().minus(Duration.ofDays(9_000)), 200)));
        rows.put("all", touched(() -> search(null)));
        rows.put("open", touched(() -> search(ConversationState.OPEN)));
        rows.put("waiting", touched(() -> search(ConversationState.WAITING)));
        rows.put("closed", touched(() -> search(ConversationState.CLOSED)));
        return rows;
    }

    private void search(@Nullable ConversationState state) {
        conversations.search(floor.fresh().actor(), new Wanted(null, null, state), null, 50);
        conversations.search(floor.fresh().actor(), new Wanted(floor.fresh().shop(), null, state), null, 50);
        conversations.search(floor.fresh().actor(), new Wanted(null, floor.amy(), state), null, 50);
    }

    /** What one transaction reads, given back at its end so that the next measurement finds the same. */
    private long touched(Runnable work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            var before = handlerReads();
            work.run();
            return handlerReads() - before;
        });
    }

    private long handlerReads() {
        return jdbc
                .sql("show session status like 'Handler_read%'")
                .query((row, _) -> row.getLong("Value"))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Closed conversations of other buyers, two messages each. */
    private void grow(int from, int to) {
        transaction.executeWithoutResult(status -> {
            var shop = floor.fresh().shop().value();
            var enterprise = floor.fresh().enterprise().value();
            // Far below the ids of the living, so that they come first in every order.
            jdbc.sql("""
                            insert into webchat_buyer
                            select ? + seq, ?, ?, concat('old-', seq), 'old', ? + seq, '2020-01-01'
                            from seq_0_to_1000000 where seq >= ? and seq < ?
                            """).params(base(), enterprise, shop, base(), from, to).update();
            jdbc.sql("""
                            insert into webchat_conversation (id, enterprise_id, shop_id, buyer_id, source, state,
                                owner_id, held, asking, opened_at, last_talked_at, updated_at, buyer_spoke_last,
                                last_seq, buyer_count, read_count, receipt_seq, preview, closed_at)
                            select ? + seq, ?, ?, ? + seq, 'OTHER', 'CLOSED', ?, false, false, '2020-01-01',
                                '2020-01-01', '2020-01-01', false, 2, 1, 1, 1, 'old', '2020-01-01'
                            from seq_0_to_1000000 where seq >= ? and seq < ?
                            """)
                    .params(base(), enterprise, shop, base(), floor.amy().value(), from, to)
                    .update();
            jdbc.sql("""
                            insert into webchat_message (id, enterprise_id, shop_id, buyer_id, conversation_id, seq,
                                buyer_count, sender, text, at)
                            select ? + 2 * s.seq + line.seq, ?, ?, ? + s.seq, ? + s.seq, line.seq, 1, 'BUYER', 'old',
                                '2020-01-01'
                            from seq_0_to_1000000 s join seq_1_to_2 line where s.seq >= ? and s.seq < ?
                            """)
                    .params(base(), enterprise, shop, base(), base(), from, to)
                    .update();
        });
    }

    private long base() {
        return regular.value() - 500_000_000_000_000L;
    }
}
