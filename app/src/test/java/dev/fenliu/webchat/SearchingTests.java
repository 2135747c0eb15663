package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.Chats.Floor;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.ConversationView;
import dev.fenliu.webchat.application.ForwardConversations;
import dev.fenliu.webchat.application.FoundView;
import dev.fenliu.webchat.application.SearchConversations;
import dev.fenliu.webchat.application.Snippet;
import dev.fenliu.webchat.application.Target;
import dev.fenliu.webchat.domain.FieldIsTooLong;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an agent finds by looking for words, and what nobody finds. */
@FenliuTest
@TestInstance(PER_CLASS)
class SearchingTests {
    private static final int OLD = 5_000;

    private final Chats chats;
    private final SearchConversations search;
    private final AnswerConversations answers;
    private final ForwardConversations forwards;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Floor floor;

    @Autowired
    SearchingTests(
            Chats chats,
            SearchConversations search,
            AnswerConversations answers,
            ForwardConversations forwards,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.chats = chats;
        this.search = search;
        this.answers = answers;
        this.forwards = forwards;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeAll
    void openTheShop() {
        floor = chats.open();
    }

    @BeforeEach
    void begin() {
        chats.begin(floor);
    }

    @Test
    void findsTwoChineseCharactersAndShowsWhereTheyStand() {
        var conversation = chats.writeToAmy(floor, "b-size").conversation();
        chats.write(floor, "b-size", "請問這件洋裝的尺寸表在哪裡?");

        var found = find(floor.amy(), "尺寸");

        assertThat(ids(found)).containsExactly(conversation);
        assertThat(found.lines().get(conversation)).isEqualTo(new Snippet("請問這件洋裝的", "尺寸", "表在哪裡?"));
        assertThat(ids(find(floor.amy(), " 洋裝 "))).containsExactly(conversation);
        assertThat(ids(find(floor.amy(), "尺碼"))).isEmpty();
    }

    @Test
    void findsBuyersByNameAndNumber() {
        var conversation = chats.writeToAmy(floor, "陳大文-88").conversation();

        assertThat(ids(find(floor.amy(), "大文"))).containsExactly(conversation);
        assertThat(ids(find(floor.amy(), "文-88"))).containsExactly(conversation);
        assertThat(find(floor.amy(), "大文").lines()).isEmpty();
    }

    @Test
    void takesEveryCharacterAsItIs() {
        var conversation = chats.writeToAmy(floor, "b-signs").conversation();
        chats.write(floor, "b-signs", "折扣 100%_OFF\\ 還有嗎 '; drop table x; --");

        for (var words : List.of("100%_off", "OFF\\", "'; drop", "--")) {
            assertThat(ids(find(floor.amy(), words))).as(words).containsExactly(conversation);
        }
        assertThat(ids(find(floor.amy(), "100_"))).isEmpty();
        assertThat(ids(find(floor.amy(), "1%F"))).isEmpty();
    }

    @Test
    void findsClosedOnesAndThoseHandledBeforeButNobodyElses() {
        var conversation = chats.writeToAmy(floor, "b-secret").conversation();
        chats.write(floor, "b-secret", "關於發票的秘密");
        assertThat(ids(find(floor.ben(), "秘密"))).isEmpty();

        chats.online(floor, floor.ben());
        forwards.forward(floor.self(floor.amy()), conversation, Target.of(floor.ben()), null, clock.instant());
        assertThat(ids(find(floor.amy(), "秘密"))).containsExactly(conversation);
        assertThat(ids(find(floor.ben(), "秘密"))).containsExactly(conversation);

        answers.close(floor.self(floor.ben()), conversation, null, clock.instant());
        chats.offline(floor, floor.ben());
        assertThat(ids(find(floor.ben(), "秘密"))).containsExactly(conversation);
        assertThat(ids(find(floor.fresh().main(), "秘密"))).isEmpty();
        var elsewhere = chats.open();
        assertThat(search.search(elsewhere.page(elsewhere.amy()), "秘密", null).items())
                .isEmpty();
    }

    @Test
    void ofAnOpenChatTheBuyersEarlierOnesAreLookedThroughToo() {
        var first = chats.writeToAmy(floor, "b-back").conversation();
        chats.write(floor, "b-back", "保固多久?");
        chats.online(floor, floor.ben());
        forwards.forward(floor.self(floor.amy()), first, Target.of(floor.ben()), null, clock.instant());
        answers.close(floor.self(floor.ben()), first, null, clock.instant());
        chats.offline(floor, floor.ben());
        change("delete from webchat_handled where conversation_id = ?", first);
        assertThat(ids(find(floor.amy(), "保固"))).isEmpty();

        // So long ago that nobody is loyal to anybody.
        change("update webchat_conversation set last_talked_at = '2020-01-01' where id = ?", first);
        var second = chats.writeToAmy(floor, "b-back").conversation();
        chats.write(floor, "b-back", "新的問題是運費");

        assertThat(ids(find(floor.amy(), "保固"))).containsExactly(second);
        assertThat(ids(find(floor.ben(), "運費"))).isEmpty();
    }

    @Test
    void turnsItsPagesByKeyAndShowsNothingTwice() {
        var elsewhere = chats.open();
        for (var buyer = 0; buyer < 65; buyer++) {
            chats.writeToAmy(elsewhere, "many-" + buyer);
        }

        var seen = new ArrayList<ConversationId>();
        FoundView page;
        ConversationId before = null;
        do {
            page = search.search(elsewhere.page(elsewhere.amy()), "有貨", before);
            seen.addAll(ids(page));
            before = page.next();
            chats.write(elsewhere, "many-64", "有貨的話請告訴我");
        } while (before != null);

        assertThat(seen).hasSize(65).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void aSearchOverYearsCostsItsReachAndGoesOnWhenAsked() {
        var elsewhere = chats.open();
        var living = chats.writeToAmy(elsewhere, "now").conversation();
        grow(elsewhere, living);
        var me = elsewhere.page(elsewhere.amy());

        assertThat(SqlCounter.during(() -> search.search(me, "有貨", null)).statements())
                .hasSizeLessThanOrEqualTo(12);
        assertThat(SqlCounter.during(() -> search.search(me, "夾板", null)).statements())
                .hasSizeLessThanOrEqualTo(4);
        assertThat(touched(() -> search.search(me, "夾板", null))).isLessThan(10L * SearchConversations.REACH);
        assertThat(touched(() -> search.search(me, "從不出現", null))).isLessThan(20L * SearchConversations.REACH);

        var rare = search.search(me, "老話 99 句", null);
        assertThat(rare.items()).isEmpty();
        for (var turns = 0; rare.items().isEmpty() && turns < 5; turns++) {
            rare = search.search(me, "老話 99 句", rare.next());
        }
        assertThat(rare.items()).hasSize(1);
    }

    @Test
    void refusesMoreWordsThanAnybodyLooksFor() {
        assertThatThrownBy(() -> find(floor.amy(), "長".repeat(101))).isInstanceOf(FieldIsTooLong.class);
    }

    private FoundView find(MemberId member, String words) {
        return search.search(floor.page(member), words, null);
    }

    private static List<ConversationId> ids(FoundView found) {
        return found.items().stream().map(ConversationView::id).toList();
    }

    private void change(String sql, ConversationId conversation) {
        transaction.executeWithoutResult(
                status -> jdbc.sql(sql).param(conversation.value()).update());
    }

    private long touched(Runnable work) {
        return transaction.execute(status -> {
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

    /** Closed conversations of Amy's, two messages each, older than the living one. */
    private void grow(Floor floor, ConversationId living) {
        var base = living.value() - 500_000_000_000_000L;
        var shop = floor.fresh().shop().value();
        var enterprise = floor.fresh().enterprise().value();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into webchat_buyer (id, enterprise_id, shop_id, external_id, name,
                                conversation_id, created_at)
                            select ? + seq, ?, ?, concat('old-', seq), 'old', ? + seq, '2020-01-01'
                            from seq_0_to_1000000 where seq < ?
                            """).params(base, enterprise, shop, base, OLD).update();
            jdbc.sql("""
                            insert into webchat_conversation (id, enterprise_id, shop_id, buyer_id, source, state,
                                owner_id, held, asking, opened_at, last_talked_at, updated_at, buyer_spoke_last,
                                last_seq, buyer_count, read_count, receipt_seq, preview, closed_at)
                            select ? + seq, ?, ?, ? + seq, 'OTHER', 'CLOSED', ?, false, false, '2020-01-01',
                                '2020-01-01', '2020-01-01', false, 2, 1, 1, 1, 'old', '2020-01-01'
                            from seq_0_to_1000000 where seq < ?
                            """)
                    .params(base, enterprise, shop, base, floor.amy().value(), OLD)
                    .update();
            jdbc.sql("""
                            insert into webchat_message (id, enterprise_id, shop_id, buyer_id, conversation_id, seq,
                                buyer_count, sender, text, at)
                            select ? + 2 * s.seq + line.seq, ?, ?, ? + s.seq, ? + s.seq, line.seq, 1, 'BUYER',
                                concat('夾板 老話 ', s.seq, ' 句'), '2020-01-01'
                            from seq_0_to_1000000 s join seq_1_to_2 line where s.seq < ?
                            """).params(base, enterprise, shop, base, base, OLD).update();
        });
    }
}
