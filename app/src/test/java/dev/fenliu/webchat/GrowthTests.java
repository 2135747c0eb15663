package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.fenliu.analytics.application.WatchPerformance;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Desks;
import dev.fenliu.routing.application.Batches;
import dev.fenliu.webchat.Chats.Floor;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.TendStaging;
import dev.fenliu.webchat.domain.DeskFilter;
import dev.fenliu.webchat.domain.DeskPlace;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.StateFilter;
import dev.fenliu.webchat.domain.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private static final int WEEK = 1_000;
    private static final int YEARS = 100_000;
    private static final int LINES = 10;
    private static final int UNREAD = 100;
    private static final int STAGED = 20;
    /** Of these the database may choose another of their indexes as they grow; none of them grows with the shop. */
    private static final Set<String> LISTS = Set.of("all", "closed");

    private final Chats chats;
    private final ReadConversations conversations;
    private final dev.fenliu.routing.Conversations standings;
    private final OpenConversations open;
    private final dev.fenliu.webchat.domain.Conversations closing;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Batches batches;
    private final TendStaging staging;
    private final Desks desks;
    private final WatchPerformance performance;
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
            Batches batches,
            TendStaging staging,
            Desks desks,
            WatchPerformance performance,
            Clock clock) {
        this.batches = batches;
        this.staging = staging;
        this.desks = desks;
        this.performance = performance;
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
        for (var buyer = 0; buyer < UNREAD - STAGED - 1; buyer++) {
            chats.writeToAmy(floor, "other-" + buyer);
        }
        chats.offline(floor, floor.amy());
        for (var buyer = 0; buyer < STAGED; buyer++) {
            chats.write(floor, "staged-" + buyer, "有人嗎?");
        }
    }

    @Test
    void noStepTouchesMoreRowsAsClosedConversationsPileUp() {
        grow(0, WEEK);
        var inItsFirstWeek = rowsTouched();

        grow(WEEK, YEARS);
        var afterYears = rowsTouched();

        inItsFirstWeek.forEach((step, rows) -> {
            var most = LISTS.contains(step) ? rows * 5 / 2 : rows * 11 / 10;
            assertThat(afterYears.get(step)).as(step).isLessThanOrEqualTo(most);
        });
    }

    private Map<String, Long> rowsTouched() {
        var enterprise = floor.fresh().enterprise();
        var me = floor.page(floor.amy());
        var manager = floor.page(floor.fresh().main());
        var rows = new LinkedHashMap<String, Long>();
        rows.put("batch", touched(() -> {
            chats.sitsDownUnnoticed(floor, floor.amy());
            batches.decide(enterprise);
            assertThat(open.count(enterprise))
                    .extracting(OpenConversations.Count::unread)
                    .containsExactly(UNREAD);
        }));
        rows.put("dashboard", touched(() -> performance.look(floor.fresh().actor(), null, null, clock.instant())));
        rows.put("message", touched(() -> chats.write(floor, "regular", "還在嗎?")));
        rows.put("desk", touched(() -> conversations.desk(me, DeskFilter.ALL, null)));
        rows.put("further", touched(() -> {
            var first = conversations.desk(me, DeskFilter.ALL, null);
            conversations.desk(me, DeskFilter.ALL, DeskPlace.of(Objects.requireNonNull(first.next())));
        }));
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
        rows.put(
                "staging",
                touched(() -> staging.look(manager, floor.fresh().shop().toString(), null)));
        rows.put("at work", touched(() -> desks.atWork(enterprise, floor.ben(), clock.instant())));
        rows.put("loads", touched(() -> standings.loads(enterprise)));
        rows.put("lock", touched(() -> standings.lock(enterprise, List.of(regular))));
        rows.put(
                "main's unread",
                touched(() -> standings.unreadOf(enterprise, floor.fresh().main(), null)));
        rows.put("counts", touched(() -> open.count(enterprise)));
        rows.put("sweep", touched(() -> closing.quiet(clock.instant().minus(Duration.ofDays(9_000)), 200)));
        rows.put("all", touched(() -> search(null)));
        rows.put("open", touched(() -> search(StateFilter.OPEN)));
        rows.put("waiting", touched(() -> search(StateFilter.WAITING)));
        rows.put("closed", touched(() -> search(StateFilter.CLOSED)));
        for (var state : List.of(StateFilter.OPEN, StateFilter.UNREAD, StateFilter.READ, StateFilter.WAITING)) {
            rows.put("all " + state, touched(() -> searchToTheEnd(state)));
        }
        return rows;
    }

    /** Further than they reach, so that whatever lies behind them would be looked through. */
    private void searchToTheEnd(StateFilter state) {
        var all = floor.fresh().actor();
        var shop = floor.fresh().shop();
        for (var wanted : List.of(
                new Wanted(null, null, state),
                new Wanted(shop, null, state),
                new Wanted(null, floor.amy(), state),
                new Wanted(shop, floor.amy(), state))) {
            var found = conversations.search(all, wanted, null, 2 * UNREAD);
            assertThat(conversations.count(all, wanted))
                    .as("%s", wanted)
                    .isEqualTo(found.items().size());
        }
    }

    private void search(@Nullable StateFilter state) {
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

    /** Closed conversations of other buyers, ten messages each, and what is counted of them. */
    private void grow(int from, int to) {
        transaction.executeWithoutResult(_ -> {
            // Far below the ids of the living, so that they come first in every order.
            insert(
                    "insert into webchat_buyer (id, enterprise_id, shop_id, external_id, name, conversation_id, created_at) select :base + seq, :enterprise, :shop, concat('old-', seq), 'old', :base + seq, '2020-01-01'",
                    "",
                    from,
                    to);
            insert("""
                    insert into webchat_conversation (id, enterprise_id, shop_id, buyer_id, source, state,
                        owner_id, held, asking, opened_at, last_talked_at, updated_at, buyer_spoke_last,
                        last_seq, buyer_count, read_count, receipt_seq, preview, closed_at)
                    select :base + seq, :enterprise, :shop, :base + seq, 'OTHER', 'CLOSED', :amy, false, false,
                        '2020-01-01', '2020-01-01', '2020-01-01', false, :lines, 1, 1, 1, 'old', '2020-01-01'
                    """, "", from, to);
            insert("""
                    insert into webchat_message (id, enterprise_id, shop_id, buyer_id, conversation_id, seq,
                        buyer_count, sender, text, at)
                    select :base + :lines * s.seq + line.seq, :enterprise, :shop, :base + s.seq, :base + s.seq, line.seq,
                        1, 'BUYER', 'old', '2020-01-01'
                    """, "s join seq_1_to_" + LINES + " line", from, to);
            insert(
                    "insert into analytics_closing (conversation_id, enterprise_id, shop_id, member_id, at, by_system, unanswered) select :base + seq, :enterprise, :shop, :amy, '2020-01-01', false, false",
                    "",
                    from,
                    to);
        });
    }

    private void insert(String what, String more, int from, int to) {
        jdbc.sql(what + " from seq_" + from + "_to_" + (to - 1) + " " + more)
                .param("base", base())
                .param("enterprise", floor.fresh().enterprise().value())
                .param("shop", floor.fresh().shop().value())
                .param("amy", floor.amy().value())
                .param("lines", LINES)
                .update();
    }

    private long base() {
        return regular.value() - 500_000_000_000_000L;
    }
}
