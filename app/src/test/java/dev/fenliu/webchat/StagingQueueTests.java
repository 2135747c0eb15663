package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Actor;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.DecisionStories;
import dev.fenliu.routing.Staging;
import dev.fenliu.routing.Staging.Place;
import dev.fenliu.webchat.Chats.Floor;
import dev.fenliu.webchat.application.Target;
import dev.fenliu.webchat.application.TendStaging;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The staging area in the order of its queue, which is not that of the conversations' age. */
@FenliuTest
class StagingQueueTests {
    private static final int PAGE = 50;

    private final Chats chats;
    private final FreshEnterprises enterprises;
    private final TendStaging tending;
    private final Staging staging;
    private final DecisionStories decisions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Floor floor;
    private Actor manager;

    @Autowired
    StagingQueueTests(
            Chats chats,
            FreshEnterprises enterprises,
            TendStaging tending,
            Staging staging,
            DecisionStories decisions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.chats = chats;
        this.enterprises = enterprises;
        this.tending = tending;
        this.staging = staging;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void everybodyLeaves() {
        floor = chats.open();
        manager = floor.page(floor.fresh().main());
        chats.offline(floor, floor.amy());
        chats.offline(floor, floor.ben());
    }

    @Test
    void pagesAreTurnedAlongTheQueue() {
        var staged = stage(PAGE + 2);
        // The oldest conversation came into the queue last, as one does that was taken from its owner.
        asksAnew(staged.getFirst());
        var queue = new ArrayList<>(staged.subList(1, staged.size()));
        queue.add(staged.getFirst());

        var first = look(null);
        var second = look(first.next());

        assertThat(ids(first)).isEqualTo(queue.subList(0, PAGE));
        assertThat(ids(second)).isEqualTo(queue.subList(PAGE, queue.size()));
        assertThat(second.next()).isNull();
        assertThat(first.total()).isEqualTo(queue.size());
        assertThat(first.oldestSince()).isEqualTo(first.waiting().getFirst().since());
        assertThat(second.waiting()).extracting(TendStaging.Waiting::since).isSorted();
    }

    @Test
    void theOldestAreMovedFirstAndSharedByTheLoadsThatEachMoveLeaves() {
        var staged = stage(4);
        asksAnew(staged.getFirst());
        var queue = List.of(staged.get(1), staged.get(2), staged.get(3), staged.get(0));
        chats.sitsDownUnnoticed(floor, floor.amy());
        chats.sitsDownUnnoticed(floor, floor.ben());

        var moved =
                tending.reassign(manager, shop(), null, Target.of(floor.group().id()), null, clock.instant());

        assertThat(moved).isEqualTo(4);
        assertThat(queue)
                .extracting(chat -> chats.view(floor, chat).owner())
                .containsExactly(floor.amy(), floor.ben(), floor.amy(), floor.ben());
        assertThat(queue)
                .extracting(chat -> decisions
                        .of(floor.fresh().enterprise(), chat, 1)
                        .getFirst()
                        .compared()
                        .getFirst()
                        .load())
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void aPageReadsWhatItShowsHoweverMuchWaits() {
        stage(3);
        var elsewhere = enterprises.shop(floor.fresh(), "第二家").value();
        look(null); // what is read once and kept is read

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var before = rowsRead(() -> look(null));

            fill(elsewhere, 2_000);
            assertThat(rowsRead(() -> look(null))).isLessThanOrEqualTo(before);

            fill(floor.fresh().shop().value(), 2_000);
            var middle = staging.queue(floor.fresh().enterprise(), floor.fresh().shop(), null, 1_000)
                    .getLast();
            assertThat(rowsRead(() -> assertThat(staging.queue(
                                    floor.fresh().enterprise(), floor.fresh().shop(), middle, PAGE))
                            .hasSize(PAGE)))
                    .isLessThanOrEqualTo(PAGE + 2);
        });
    }

    private List<ConversationId> stage(int number) {
        var staged = IntStream.range(0, number)
                .mapToObj(buyer -> chats.write(floor, "buyer-" + buyer, "在嗎?").conversation())
                .toList();
        await().until(() -> look(null).total() == number);
        return staged;
    }

    private void asksAnew(ConversationId conversation) {
        transaction.executeWithoutResult(
                _ -> jdbc.sql("update routing_staging set asked_at = ? where conversation_id = ? and enterprise_id = ?")
                        .params(
                                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                                conversation.value(),
                                floor.fresh().enterprise().value())
                        .update());
    }

    /** Many more that wait there, each a millisecond after the one before, none of them for long. */
    private void fill(long shop, int number) {
        jdbc.sql("""
                        insert into routing_staging
                            (conversation_id, enterprise_id, shop_id, source, phase, cause, asked_at)
                        select :shop + seq, :enterprise, :shop, 'OTHER', 'WAITING', 'MESSAGE',
                            :from + interval seq * 1000 microsecond
                        from seq_1_to_""" + number)
                .param("shop", shop)
                .param("enterprise", floor.fresh().enterprise().value())
                .param("from", LocalDateTime.ofInstant(clock.instant().plus(Duration.ofDays(1)), ZoneOffset.UTC))
                .update();
    }

    private long rowsRead(Runnable work) {
        var before = handlerReads();
        work.run();
        return handlerReads() - before;
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

    private TendStaging.View look(@Nullable Place after) {
        return Objects.requireNonNull(tending.look(manager, shop(), after));
    }

    private String shop() {
        return floor.fresh().shop().toString();
    }

    private static List<ConversationId> ids(TendStaging.View view) {
        return view.waiting().stream().map(waiting -> waiting.chat().id()).toList();
    }
}
