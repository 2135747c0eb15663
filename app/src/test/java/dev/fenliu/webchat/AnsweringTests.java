package dev.fenliu.webchat;

import static dev.fenliu.webchat.domain.ConversationState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.Chats.Floor;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.BuyerLine;
import dev.fenliu.webchat.application.LineView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.domain.BuyerWroteMeanwhile;
import dev.fenliu.webchat.domain.DeskFilter;
import dev.fenliu.webchat.domain.FieldIsEmpty;
import dev.fenliu.webchat.domain.NotOwner;
import dev.fenliu.webchat.domain.Received;
import dev.fenliu.webchat.domain.Sender;
import dev.fenliu.webchat.domain.UnknownMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@FenliuTest
@TestInstance(PER_CLASS)
class AnsweringTests {
    private final Chats chats;
    private final AnswerConversations answers;
    private final ReadConversations conversations;
    private final Clock clock;
    private Floor floor;

    @Autowired
    AnsweringTests(Chats chats, AnswerConversations answers, ReadConversations conversations, Clock clock) {
        this.chats = chats;
        this.answers = answers;
        this.conversations = conversations;
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
    void aReplyMarksReadAndReachesTheBuyerWithoutTheAgentsName() {
        var written = chats.writeToAmy(floor, "answered");

        answers.reply(floor.self(floor.amy()), written.conversation(), " 有的 ", null, now());

        assertThat(chats.view(floor, written.conversation()).unread()).isZero();
        assertThat(panel("answered"))
                .extracting(BuyerLine::sender, BuyerLine::text, BuyerLine::read)
                .containsExactly(tuple(Sender.BUYER, "有貨嗎?", true), tuple(Sender.AGENT, "有的", false));
    }

    @Test
    void theSameKeyIsStoredOnceHoweverOftenItIsSent() throws Exception {
        var conversation = chats.writeToAmy(floor, "keyed").conversation();

        var lines = Chats.atOnce(
                () -> answers.reply(floor.self(floor.amy()), conversation, "有的", "k-1", now()),
                () -> answers.reply(floor.self(floor.amy()), conversation, "有的", "k-1", now()),
                () -> answers.reply(floor.self(floor.amy()), conversation, "有的", "k-1", now()));

        assertThat(lines.stream().map(LineView.class::cast).map(LineView::id).distinct())
                .hasSize(1);
        assertThat(chats.texts(conversation)).containsExactly("有貨嗎?", "有的");
    }

    @Test
    void aReplyThatWasStoredIsAnsweredTheSameEvenAfterTheConversationEnded() {
        var conversation = chats.writeToAmy(floor, "keyed-late").conversation();
        var line = answers.reply(floor.self(floor.amy()), conversation, "有的", "k-1", now());
        answers.close(floor.self(floor.amy()), conversation, null, now());

        var again = answers.reply(floor.self(floor.amy()), conversation, "有的", "k-1", now());

        assertThat(again.id()).isEqualTo(line.id());
    }

    @Test
    void anEmptyReplyIsNone() {
        var conversation = chats.writeToAmy(floor, "empty").conversation();

        assertThatThrownBy(() -> answers.reply(floor.self(floor.amy()), conversation, "  ", null, now()))
                .isInstanceOf(FieldIsEmpty.class);
    }

    @Test
    void whoeverIsNotTheOwnerIsTold() {
        var conversation = chats.writeToAmy(floor, "foreign").conversation();

        assertThatThrownBy(() -> answers.reply(floor.acting(floor.ben()), conversation, "您好", null, now()))
                .isInstanceOf(NotOwner.class);
        assertThatThrownBy(() -> answers.read(floor.acting(floor.ben()), conversation, null, now()))
                .isInstanceOf(NotOwner.class);
        assertThatThrownBy(() -> answers.close(floor.acting(floor.ben()), conversation, null, now()))
                .isInstanceOf(NotOwner.class);
    }

    @Test
    void whoeverMayNotSeeItHearsThatThereIsNone() {
        var conversation = chats.writeToAmy(floor, "hidden").conversation();
        var elsewhere = chats.open();

        assertThatThrownBy(() -> answers.reply(floor.self(floor.ben()), conversation, "您好", null, now()))
                .isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> conversations.thread(floor.page(floor.ben()), conversation, null))
                .isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> conversations.conversation(elsewhere.fresh().actor(), conversation))
                .isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> answers.close(elsewhere.acting(elsewhere.amy()), conversation, null, now()))
                .isInstanceOf(UnknownConversation.class);
    }

    @Test
    void theMainAccountMayLookButNotAnswer() {
        var conversation = chats.writeToAmy(floor, "watched").conversation();
        var main = floor.fresh().main();

        assertThat(conversations.thread(floor.page(main), conversation, null).writable())
                .isFalse();
        assertThatThrownBy(() -> answers.reply(floor.self(main), conversation, "您好", null, now()))
                .isInstanceOf(NotOwner.class);
        assertThat(conversations.desk(floor.page(main), DeskFilter.ALL, null).items())
                .isEmpty();
    }

    @Test
    void readMarksComeInAnyOrderAndOnlyGoForward() {
        var first = chats.writeToAmy(floor, "marks");
        var second = chats.write(floor, "marks", "二");
        var third = chats.write(floor, "marks", "三");
        var conversation = first.conversation();
        var early = now();

        answers.read(floor.self(floor.amy()), conversation, second.message(), early);
        answers.read(floor.self(floor.amy()), conversation, first.message(), now());
        assertThat(chats.view(floor, conversation).unread()).isEqualTo(1);
        answers.read(floor.self(floor.amy()), conversation, third.message(), now());

        assertThat(chats.view(floor, conversation).unread()).isZero();
        var lines = conversations
                .thread(floor.page(floor.amy()), conversation, null)
                .lines();
        assertThat(lines.get(0).readAt()).isEqualTo(early);
        assertThat(lines.get(1).readAt()).isEqualTo(early);
        assertThat(lines.get(2).readAt()).isAfter(early);
    }

    @Test
    void aLineOfAnotherConversationIsNoLineOfThisOne() {
        var here = chats.writeToAmy(floor, "line-here");
        var there = chats.writeToAmy(floor, "line-there");

        assertThatThrownBy(() -> answers.read(floor.self(floor.amy()), here.conversation(), there.message(), now()))
                .isInstanceOf(UnknownMessage.class);
    }

    @Test
    void closingOverAMessageThatWasNotSeenIsRefused() {
        var first = chats.writeToAmy(floor, "unseen");
        chats.write(floor, "unseen", "還有一個問題");

        assertThatThrownBy(() -> answers.close(floor.self(floor.amy()), first.conversation(), first.message(), now()))
                .isInstanceOf(BuyerWroteMeanwhile.class);
    }

    @Test
    void bothSidesSeeThatTheConversationEndedAndItStaysReadable() {
        var conversation = chats.writeToAmy(floor, "ended").conversation();

        answers.close(floor.self(floor.amy()), conversation, null, now());

        assertThat(panel("ended")).extracting(BuyerLine::sender).containsExactly(Sender.BUYER, Sender.SYSTEM);
        var thread = conversations.thread(floor.page(floor.amy()), conversation, null);
        assertThat(thread.conversation().state()).isEqualTo(CLOSED);
        assertThat(thread.writable()).isFalse();
        assertThat(thread.lines()).hasSize(2);
    }

    @Test
    void aMessageThatMeetsAClosingIsNeverLost() throws Exception {
        for (var round = 0; round < 40; round++) {
            var buyer = "closing-" + round;
            var first = chats.writeToAmy(floor, buyer);

            var outcomes = Chats.atOnce(
                    () -> {
                        answers.close(floor.self(floor.amy()), first.conversation(), first.message(), now());
                        return "closed";
                    },
                    () -> chats.write(floor, buyer, "還在嗎?"));

            var late = (Received) outcomes.get(1);
            if (outcomes.get(0) instanceof BuyerWroteMeanwhile) {
                assertThat(late.conversation()).isEqualTo(first.conversation());
                assertThat(chats.texts(first.conversation())).containsExactly("有貨嗎?", "還在嗎?");
                assertThat(chats.states(first.buyer())).containsExactly("OPEN");
            } else {
                assertThat(outcomes.get(0)).isEqualTo("closed");
                assertThat(late.conversation()).isNotEqualTo(first.conversation());
                assertThat(chats.texts(late.conversation())).containsExactly("還在嗎?");
                assertThat(chats.states(first.buyer()).getFirst()).isEqualTo("CLOSED");
            }
            assertThat(chats.seqs(first.conversation()))
                    .isEqualTo(LongStream.rangeClosed(1, 2).boxed().toList());
        }
    }

    private List<BuyerLine> panel(String buyer) {
        return conversations
                .ofBuyer(floor.fresh().enterprise(), floor.fresh().shop(), buyer, null)
                .lines();
    }

    private Instant now() {
        return clock.instant();
    }
}
