package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.routing.Desks;
import dev.fenliu.routing.Staging;
import dev.fenliu.routing.application.Batches;
import dev.fenliu.webchat.Chats.Floor;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.ForwardConversations;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.Target;
import dev.fenliu.webchat.application.TendStaging;
import dev.fenliu.webchat.domain.DeskFilter;
import dev.fenliu.webchat.domain.Position;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** How much each step asks of the database: what makes a busy day cheap or dear. */
@FenliuTest
@TestInstance(PER_CLASS)
class StatementCountTests {
    private final Chats chats;
    private final AnswerConversations answers;
    private final ReadConversations conversations;
    private final Batches batches;
    private final Desks desks;
    private final ForwardConversations forwards;
    private final TendStaging tending;
    private final Staging staging;
    private final Clock clock;
    private Floor floor;

    @Autowired
    StatementCountTests(
            Chats chats,
            AnswerConversations answers,
            ReadConversations conversations,
            Batches batches,
            Desks desks,
            ForwardConversations forwards,
            TendStaging tending,
            Staging staging,
            Clock clock) {
        this.batches = batches;
        this.desks = desks;
        this.forwards = forwards;
        this.tending = tending;
        this.staging = staging;
        this.chats = chats;
        this.answers = answers;
        this.conversations = conversations;
        this.clock = clock;
    }

    @BeforeAll
    void openTheShop() {
        floor = chats.open();
        chats.write(floor, "warm", "暖身");
    }

    @BeforeEach
    void begin() {
        chats.begin(floor);
    }

    @Test
    void aMessageInAnOwnedConversationTakesFourStatementsAndOneCommit() {
        chats.writeToAmy(floor, "owned");
        chats.write(floor, "owned", "你好");

        var tally = SqlCounter.during(() -> chats.write(floor, "owned", "還在嗎?"));

        assertThat(tally.statements()).hasSize(4);
        assertThat(tally.commits()).isEqualTo(1);
    }

    @Test
    void aMessageInAWaitingConversationTakesFourStatements() {
        chats.offline(floor, floor.amy());
        chats.write(floor, "waiting", "有人嗎?");

        var tally = SqlCounter.during(() -> chats.write(floor, "waiting", "有人嗎?"));

        assertThat(tally.statements()).hasSize(4);
    }

    @Test
    void aFirstMessageTakesSixStatementsAndOneCommit() {
        var tally = SqlCounter.during(() -> chats.write(floor, "new", "有貨嗎?"));

        assertThat(tally.statements()).hasSize(6);
        assertThat(tally.commits()).isEqualTo(1);
    }

    @Test
    void aNewConversationTakesSixAndAHundredthOfABatchOfAHundred() {
        var own = chats.open();
        chats.offline(own, own.amy());
        chats.write(own, "warm", "暖身");
        var writing = SqlCounter.during(
                () -> IntStream.range(0, 99).forEach(buyer -> chats.write(own, "new" + buyer, "有貨嗎?")));
        chats.sitsDownUnnoticed(own, own.amy());

        var batch = SqlCounter.during(() -> batches.decide(own.fresh().enterprise()));

        assertThat(writing.statements()).hasSize(99 * 6);
        assertThat(writing.commits()).isEqualTo(99);
        assertThat(conversations.counts(own.fresh().enterprise(), own.amy()).unread())
                .isEqualTo(100);
        assertThat(batch.commits()).isEqualTo(1);
        // With its six of its own, every one of them is well below eight.
        assertThat(batch.statements()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void aMessageAfterClosingTakesSixStatements() {
        var conversation = chats.writeToAmy(floor, "back").conversation();
        answers.close(floor.self(floor.amy()), conversation, null, clock.instant());

        var tally = SqlCounter.during(() -> chats.write(floor, "back", "又來了"));

        assertThat(tally.statements()).hasSize(6);
    }

    @Test
    void theDeskTakesThreeStatementsHoweverLongItsListIs() {
        for (var buyer = 0; buyer < 5; buyer++) {
            chats.writeToAmy(floor, "listed-" + buyer);
        }

        for (var filter : DeskFilter.values()) {
            var tally = SqlCounter.during(() -> conversations.desk(floor.page(floor.amy()), filter, null));
            assertThat(tally.statements()).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void whoAsksForOneAtWorkCountsNobodyElsesLoad() {
        chats.writeToAmy(floor, "load");
        var loads = new ArrayList<Integer>();

        var tally = SqlCounter.during(() -> List.of(floor.amy(), floor.ben())
                .forEach(member -> loads.add(desks.atWork(floor.fresh().enterprise(), member, clock.instant())
                        .load())));

        assertThat(loads)
                .containsExactly(
                        conversations
                                .counts(floor.fresh().enterprise(), floor.amy())
                                .unread(),
                        0);
        assertThat(tally.statements()).hasSize(4).noneMatch(sql -> sql.contains("group by"));
    }

    @Test
    void whatIsReassignedAtOnceReadsTheBenchesOnce() {
        var few = counted(ownedByAmy(2), this::reassignAll);
        var many = counted(ownedByAmy(6), this::reassignAll);

        assertSeatedOnce(few, many);
    }

    @Test
    void soIsWhatWaits() {
        var few = counted(staged(2), this::reassignWaiting);
        var many = counted(staged(6), this::reassignWaiting);

        assertSeatedOnce(few, many);
    }

    private static List<String> counted(Floor place, Consumer<Floor> work) {
        return SqlCounter.during(() -> work.accept(place)).statements();
    }

    /** Each of four more costs its line, its entry in the log of activities, and nothing of the benches. */
    private static void assertSeatedOnce(List<String> few, List<String> many) {
        for (var asked : List.of("from routing_presence", "from routing_last_assigned", "group by unread_owner")) {
            assertThat(many).as(asked).filteredOn(sql -> sql.contains(asked)).hasSize(1);
        }
        assertThat(many).hasSizeLessThanOrEqualTo(few.size() + 4 * 2);
    }

    private Floor ownedByAmy(int number) {
        var own = chats.open();
        IntStream.range(0, number).forEach(buyer -> chats.writeToAmy(own, "owned-" + buyer));
        chats.online(own, own.ben());
        return own;
    }

    private void reassignAll(Floor own) {
        var main = own.self(own.fresh().main());
        assertThat(forwards.reassignAll(main, own.amy(), Target.of(own.ben()), null, clock.instant())
                        .conversations())
                .isPositive();
    }

    private Floor staged(int number) {
        var own = chats.open();
        chats.offline(own, own.amy());
        chats.online(own, own.fresh().main());
        IntStream.range(0, number).forEach(buyer -> chats.write(own, "staged-" + buyer, "有人嗎?"));
        await().until(() -> staging
                .waiting(own.fresh().enterprise(), own.fresh().shop())
                .stream()
                .anyMatch(waiting -> waiting.conversations() == number));
        return own;
    }

    private void reassignWaiting(Floor own) {
        var main = own.fresh().main();
        assertThat(tending.reassign(
                        own.page(main), own.fresh().shop().toString(), null, Target.of(main), null, clock.instant()))
                .isPositive();
    }

    @Test
    void aThreadTakesThreeStatementsAndWhatCameSinceThreeToo() {
        var written = chats.writeToAmy(floor, "read");
        var me = floor.page(floor.amy());

        var whole = SqlCounter.during(() -> conversations.thread(me, written.conversation(), null));
        var since = SqlCounter.during(
                () -> conversations.linesAfter(me, written.conversation(), new Position(written.conversation(), 0)));

        assertThat(whole.statements()).hasSizeLessThanOrEqualTo(3);
        assertThat(since.statements()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void streamsReadManyConversationsInOneStatementAndTheNamesInAnother() {
        var first = chats.writeToAmy(floor, "streamed-1").conversation();
        var second = chats.writeToAmy(floor, "streamed-2").conversation();

        var tally = SqlCounter.during(() -> conversations.shown(floor.fresh().enterprise(), List.of(first, second)));

        assertThat(tally.statements()).hasSizeLessThanOrEqualTo(2);
    }
}
