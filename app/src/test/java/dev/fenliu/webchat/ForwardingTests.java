package dev.fenliu.webchat;

import static dev.fenliu.webchat.domain.ConversationState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.DecisionStories;
import dev.fenliu.routing.DecisionStory;
import dev.fenliu.routing.TargetNotOnline;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.Chats.Floor;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.BuyerLine;
import dev.fenliu.webchat.application.FindTargets;
import dev.fenliu.webchat.application.ForwardConversations;
import dev.fenliu.webchat.application.LineView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.Target;
import dev.fenliu.webchat.application.Targets;
import dev.fenliu.webchat.domain.ConversationIsClosed;
import dev.fenliu.webchat.domain.DeskFilter;
import dev.fenliu.webchat.domain.FieldIsTooLong;
import dev.fenliu.webchat.domain.NotOwner;
import dev.fenliu.webchat.domain.Notice;
import dev.fenliu.webchat.domain.Received;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FenliuTest
@TestInstance(PER_CLASS)
class ForwardingTests {
    private static final int ROUNDS = 25;

    private final Chats chats;
    private final FreshEnterprises enterprises;
    private final ForwardConversations forwards;
    private final AnswerConversations answers;
    private final ReadConversations conversations;
    private final FindTargets targets;
    private final DecisionStories decisions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private Floor floor;
    private MemberId main;

    @Autowired
    ForwardingTests(
            Chats chats,
            FreshEnterprises enterprises,
            ForwardConversations forwards,
            AnswerConversations answers,
            ReadConversations conversations,
            FindTargets targets,
            DecisionStories decisions,
            JdbcClient jdbc,
            Clock clock) {
        this.chats = chats;
        this.enterprises = enterprises;
        this.forwards = forwards;
        this.answers = answers;
        this.conversations = conversations;
        this.targets = targets;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeAll
    void openTheShop() {
        floor = chats.open();
        main = floor.fresh().main();
    }

    @BeforeEach
    void begin() {
        chats.begin(floor);
        chats.offline(floor, main);
    }

    @Test
    void theRecipientFindsItUnreadLabelledAndWithItsHistory() {
        var conversation = chats.writeToAmy(floor, "handed").conversation();
        answers.reply(floor.self(floor.amy()), conversation, "請稍等", null, now());
        chats.online(floor, floor.ben());

        var recipient =
                forwards.forward(floor.self(floor.amy()), conversation, Target.of(floor.ben()), " 退貨問題 ", now());

        assertThat(recipient).isEqualTo(floor.ben());
        var thread = conversations.thread(floor.page(floor.ben()), conversation, null);
        assertThat(thread.writable()).isTrue();
        assertThat(thread.conversation().unread()).isEqualTo(1);
        assertThat(thread.conversation().forwardedBy()).isEqualTo(floor.amy());
        assertThat(thread.conversation().forwardNote()).isEqualTo("退貨問題");
        assertThat(thread.lines()).extracting(LineView::text).containsExactly("有貨嗎?", "請稍等", "退貨問題");
        var line = thread.lines().getLast();
        assertThat(line.notice()).isEqualTo(Notice.FORWARDED);
        assertThat(line.recipient()).isEqualTo(floor.ben());
    }

    @Test
    void whatHadToWaitForABatchIsWrittenDownAfterIt() {
        var wished = now();
        var conversation = chats.writeToAmy(floor, "waited").conversation();
        chats.online(floor, floor.ben());

        forwards.forward(floor.self(floor.amy()), conversation, Target.of(floor.ben()), null, wished);

        assertThat(decisions.of(floor.fresh().enterprise(), conversation, 10))
                .extracting(DecisionStory::trigger)
                .containsExactly(Trigger.FORWARDED, Trigger.MESSAGE);
        assertThat(conversations.thread(floor.page(main), conversation, null).lines())
                .extracting(LineView::at)
                .isSorted();
    }

    @Test
    void theBuyerHearsNothingOfIt() {
        var conversation = chats.writeToAmy(floor, "unaware").conversation();
        chats.online(floor, floor.ben());

        forwards.forward(floor.self(floor.amy()), conversation, Target.of(floor.ben()), "機密", now());

        assertThat(conversations
                        .ofBuyer(floor.fresh().enterprise(), floor.fresh().shop(), "unaware", null)
                        .lines())
                .extracting(BuyerLine::text)
                .containsExactly("有貨嗎?");
    }

    @Test
    void theSenderLosesItFromTheListAndMayOnlyReadIt() {
        var conversation = chats.writeToAmy(floor, "lost").conversation();
        chats.online(floor, floor.ben());

        forwards.forward(floor.self(floor.amy()), conversation, Target.of(floor.ben()), null, now());

        assertThat(conversations
                        .desk(floor.page(floor.amy()), DeskFilter.ALL, null)
                        .items())
                .noneMatch(view -> view.id().equals(conversation));
        assertThat(conversations
                        .thread(floor.page(floor.amy()), conversation, null)
                        .writable())
                .isFalse();
        assertThatThrownBy(() -> answers.reply(floor.self(floor.amy()), conversation, "等等", null, now()))
                .isInstanceOf(NotOwner.class);
    }

    @Test
    void whoeverHadAnEarlierConversationSeesNothingOfLaterOnes() {
        var first = chats.writeToAmy(floor, "returning").conversation();
        chats.online(floor, floor.ben());
        forwards.forward(floor.self(floor.amy()), first, Target.of(floor.ben()), null, now());
        answers.reply(floor.self(floor.ben()), first, "由我處理", null, now());
        answers.close(floor.self(floor.ben()), first, null, now());
        var second = chats.write(floor, "returning", "又來了").conversation();
        chats.awaitOwner(floor, second, floor.ben());

        assertThat(conversations.thread(floor.page(floor.ben()), second, null).lines())
                .extracting(LineView::text)
                .contains("有貨嗎?", "由我處理", "又來了");
        assertThat(conversations.thread(floor.page(floor.amy()), first, null).lines())
                .extracting(LineView::text)
                .doesNotContain("又來了");
        assertThatThrownBy(() -> conversations.thread(floor.page(floor.amy()), second, null))
                .isInstanceOf(UnknownConversation.class);
    }

    @Test
    void theLabelGoesWithTheRecipientsFirstReply() {
        var conversation = chats.writeToAmy(floor, "labelled").conversation();
        chats.online(floor, floor.ben());
        forwards.forward(floor.self(floor.amy()), conversation, Target.of(floor.ben()), "退貨", now());

        answers.reply(floor.self(floor.ben()), conversation, "您好", null, now());

        assertThat(chats.view(floor, conversation).forwardedBy()).isNull();
        assertThat(conversations
                        .thread(floor.page(floor.ben()), conversation, null)
                        .lines())
                .anyMatch(line -> line.notice() == Notice.FORWARDED);
    }

    @Test
    void aTargetThatHasGoneIsRefusedAndTheConversationStays() {
        var conversation = chats.writeToAmy(floor, "stays").conversation();

        assertThatThrownBy(() ->
                        forwards.forward(floor.self(floor.amy()), conversation, Target.of(floor.ben()), null, now()))
                .isInstanceOf(TargetNotOnline.class);

        var view = chats.view(floor, conversation);
        assertThat(view.owner()).isEqualTo(floor.amy());
        assertThat(view.forwardedBy()).isNull();
        assertThat(chats.seqs(conversation)).containsExactly(1L);
    }

    @Test
    void aGroupPicksSomebodyElseWhoIsOnline() {
        var conversation = chats.writeToAmy(floor, "grouped").conversation();
        chats.online(floor, floor.ben());

        assertThat(forwards.forward(
                        floor.self(floor.amy()),
                        conversation,
                        Target.of(floor.group().id()),
                        null,
                        now()))
                .isEqualTo(floor.ben());
    }

    @Test
    void onlyWhoeverIsOnlineIsOfferedAsATarget() {
        var conversation = chats.writeToAmy(floor, "offered").conversation();
        assertThat(targets.of(floor.self(floor.amy()), conversation)).isEqualTo(new Targets(List.of(), List.of()));

        chats.online(floor, floor.ben());
        chats.online(floor, main);

        var offered = targets.of(floor.self(floor.amy()), conversation);
        assertThat(offered.people()).extracting(Targets.Person::id).containsExactlyInAnyOrder(main, floor.ben());
        assertThat(offered.people()).isSortedAccordingTo(Comparator.comparingInt(Targets.Person::load));
        assertThat(offered.groups()).extracting(Targets.Group::online).containsExactly(1);
    }

    @Test
    void onlyTheOwnerForwards() {
        var conversation = chats.writeToAmy(floor, "not-yours").conversation();
        chats.online(floor, floor.ben());

        assertThatThrownBy(() ->
                        forwards.forward(floor.acting(floor.ben()), conversation, Target.of(floor.ben()), null, now()))
                .isInstanceOf(NotOwner.class);
        assertThatThrownBy(() ->
                        forwards.forward(floor.self(floor.ben()), conversation, Target.of(floor.ben()), null, now()))
                .isInstanceOf(UnknownConversation.class);
    }

    @Test
    void whatHasEndedGoesNowhere() {
        var conversation = chats.writeToAmy(floor, "over").conversation();
        chats.online(floor, floor.ben());
        answers.close(floor.self(floor.amy()), conversation, null, now());

        assertThatThrownBy(() ->
                        forwards.forward(floor.self(floor.amy()), conversation, Target.of(floor.ben()), null, now()))
                .isInstanceOf(ConversationIsClosed.class);
    }

    @Test
    void aNoteHasAnEnd() {
        var conversation = chats.writeToAmy(floor, "noted").conversation();

        assertThatThrownBy(() -> forwards.forward(
                        floor.self(floor.amy()), conversation, Target.of(floor.ben()), "字".repeat(501), now()))
                .isInstanceOf(FieldIsTooLong.class);
    }

    @Test
    void whoeverMayReassignMovesAnybodysConversationAndItIsLogged() {
        var conversation = chats.writeToAmy(floor, "reassigned").conversation();
        chats.online(floor, floor.ben());

        forwards.forward(floor.self(main), conversation, Target.of(floor.ben()), "amy 下班了", now());

        assertThat(chats.view(floor, conversation).owner()).isEqualTo(floor.ben());
        assertThat(chats.view(floor, conversation).forwardedBy()).isEqualTo(main);
        assertThat(jdbc.sql("""
                                select count(*) from account_activity
                                where enterprise_id = ? and action = 'conversation-reassigned' and subject = ?
                                """)
                        .params(floor.fresh().enterprise().value(), conversation.toString())
                        .query((row, _) -> row.getInt(1))
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aWaitingConversationIsReassignedOutOfTheStagingArea() {
        chats.offline(floor, floor.amy());
        var conversation = chats.write(floor, "staged", "有人嗎?").conversation();
        chats.online(floor, main);

        forwards.forward(floor.self(main), conversation, Target.of(main), null, now());
        chats.online(floor, floor.amy());

        assertThat(chats.view(floor, conversation).owner()).isEqualTo(main);
    }

    @Test
    void allOpenConversationsOfSomebodyWhoWentHomeMoveAtOnce() {
        var cara = enterprises.agent(floor.fresh(), "cara");
        var first = chats.writeToAmy(floor, "home-1").conversation();
        var second = chats.writeToAmy(floor, "home-2").conversation();
        chats.online(floor, floor.ben());
        chats.online(floor, cara);
        forwards.forward(floor.self(floor.amy()), first, Target.of(cara), null, now());
        forwards.forward(floor.self(floor.amy()), second, Target.of(cara), null, now());

        assertThat(forwards.reassignAll(floor.self(main), cara, Target.of(floor.ben()), "下班", now()))
                .isEqualTo(new ForwardConversations.Moved(2, 0));

        assertThat(chats.view(floor, first).owner()).isEqualTo(floor.ben());
        assertThat(chats.view(floor, second).owner()).isEqualTo(floor.ben());
        assertThatThrownBy(
                        () -> forwards.reassignAll(floor.self(cara), floor.ben(), Target.of(floor.amy()), null, now()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void ofTwoForwardsAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var owned = ownedByAmy("twice-");
        chats.online(floor, floor.ben());
        chats.online(floor, main);
        for (var round = 0; round < ROUNDS; round++) {
            var conversation = owned.get(round);

            var outcomes = Chats.atOnce(
                    () -> forwards.forward(
                            floor.acting(floor.amy()), conversation, Target.of(floor.ben()), null, now()),
                    () -> forwards.forward(floor.acting(floor.amy()), conversation, Target.of(main), null, now()));

            assertThat(outcomes.stream().filter(MemberId.class::isInstance))
                    .as("round %d", round)
                    .hasSize(1);
            assertThat(outcomes.stream().filter(NotOwner.class::isInstance))
                    .as("round %d", round)
                    .hasSize(1);
            assertThat(chats.seqs(conversation)).containsExactly(1L, 2L);
        }
    }

    @Test
    void ofAForwardAndAClosingAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var owned = ownedByAmy("torn-");
        chats.online(floor, floor.ben());
        for (var round = 0; round < ROUNDS; round++) {
            var conversation = owned.get(round);

            var outcomes = Chats.atOnce(
                    () -> forwards.forward(
                            floor.acting(floor.amy()), conversation, Target.of(floor.ben()), null, now()),
                    () -> {
                        answers.close(floor.acting(floor.amy()), conversation, null, now());
                        return "closed";
                    });

            var view = chats.view(floor, conversation);
            if (view.state() == CLOSED) {
                assertThat(outcomes.get(0)).isInstanceOf(ConversationIsClosed.class);
                assertThat(outcomes.get(1)).isEqualTo("closed");
            } else {
                assertThat(outcomes.get(0)).isEqualTo(floor.ben());
                assertThat(outcomes.get(1)).isInstanceOf(NotOwner.class);
                assertThat(view.owner()).isEqualTo(floor.ben());
            }
        }
    }

    @Test
    void aForwardThatMeetsTheTargetsLeavingArrivesOrIsRefused() throws Exception {
        var owned = ownedByAmy("leaving-");
        for (var round = 0; round < ROUNDS; round++) {
            var conversation = owned.get(round);
            chats.online(floor, floor.ben());

            var outcomes = Chats.atOnce(
                    () -> forwards.forward(
                            floor.acting(floor.amy()), conversation, Target.of(floor.ben()), null, now()),
                    () -> {
                        chats.offline(floor, floor.ben());
                        return "gone";
                    });

            assertThat(outcomes.get(1)).isEqualTo("gone");
            var view = chats.view(floor, conversation);
            if (outcomes.get(0) instanceof TargetNotOnline) {
                assertThat(view.owner()).isEqualTo(floor.amy());
                assertThat(view.forwardedBy()).isNull();
                assertThat(chats.seqs(conversation)).containsExactly(1L);
            } else {
                assertThat(outcomes.get(0)).isEqualTo(floor.ben());
                assertThat(view.owner()).isEqualTo(floor.ben());
                assertThat(chats.seqs(conversation)).containsExactly(1L, 2L);
            }
        }
    }

    @Test
    void ofTwoWhoReassignAndOneWhoReadsNobodyTearsItApart() throws Exception {
        var owned = ownedByAmy("pulled-");
        chats.online(floor, floor.ben());
        chats.online(floor, main);
        for (var round = 0; round < ROUNDS; round++) {
            var conversation = owned.get(round);

            var outcomes = Chats.atOnce(
                    () -> forwards.forward(floor.acting(main), conversation, Target.of(floor.ben()), null, now()),
                    () -> forwards.forward(floor.acting(main), conversation, Target.of(main), null, now()),
                    () -> {
                        chats.read(floor, floor.amy(), conversation);
                        return "read";
                    });

            // The later of the two finds it where the earlier put it, and moves it on.
            assertThat(outcomes.subList(0, 2)).containsExactly(floor.ben(), main);
            var view = chats.view(floor, conversation);
            assertThat(view.owner()).isIn(floor.ben(), main);
            assertThat(view.unread()).isEqualTo(1);
            assertThat(chats.seqs(conversation)).containsExactly(1L, 2L, 3L);
            assertThat(outcomes.get(2))
                    .satisfiesAnyOf(
                            done -> assertThat(done).isEqualTo("read"),
                            lost -> assertThat(lost).isInstanceOf(NotOwner.class));
        }
    }

    @Test
    void aMessageThatMeetsAForwardReachesTheRecipient() throws Exception {
        var owned = ownedByAmy("meeting-");
        chats.online(floor, floor.ben());
        for (var round = 0; round < ROUNDS; round++) {
            var buyer = "meeting-" + round;
            var conversation = owned.get(round);

            var outcomes = Chats.atOnce(
                    () -> forwards.forward(
                            floor.acting(floor.amy()), conversation, Target.of(floor.ben()), null, now()),
                    () -> chats.write(floor, buyer, "還在嗎?"));

            assertThat(outcomes.get(0)).isEqualTo(floor.ben());
            assertThat(((Received) outcomes.get(1)).conversation()).isEqualTo(conversation);
            assertThat(chats.view(floor, conversation).owner()).isEqualTo(floor.ben());
            assertThat(chats.view(floor, conversation).unread()).isPositive();
            assertThat(chats.seqs(conversation))
                    .isEqualTo(LongStream.rangeClosed(1, 3).boxed().toList());
        }
    }

    /** Conversations that Amy has, before anybody else comes online. */
    private List<ConversationId> ownedByAmy(String buyers) {
        var conversations = IntStream.range(0, ROUNDS)
                .mapToObj(round -> chats.write(floor, buyers + round, "有貨嗎?").conversation())
                .toList();
        conversations.forEach(conversation -> chats.awaitOwner(floor, conversation, floor.amy()));
        return conversations;
    }

    private Instant now() {
        return clock.instant();
    }
}
