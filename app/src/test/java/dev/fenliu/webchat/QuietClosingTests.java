package dev.fenliu.webchat;

import static dev.fenliu.webchat.domain.ConversationState.CLOSED;
import static dev.fenliu.webchat.domain.ConversationState.CLOSED_UNANSWERED;
import static dev.fenliu.webchat.domain.ConversationState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.fenliu.accounts.DueWork;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.Chats.Floor;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.BuyerLine;
import dev.fenliu.webchat.application.HearOfUnanswered;
import dev.fenliu.webchat.application.LineView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.Notice;
import dev.fenliu.webchat.domain.Received;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@FenliuTest
@TestInstance(PER_CLASS)
class QuietClosingTests {
    private static final Duration QUIET = Duration.ofMinutes(30);
    private static final int ROUNDS = 40;

    private final Chats chats;
    private final ReceiveMessages messages;
    private final AnswerConversations answers;
    private final ReadConversations conversations;
    private final DueWork closing;
    private final HearOfUnanswered hearing;
    private final Clock clock;
    private Floor floor;

    @Autowired
    QuietClosingTests(
            Chats chats,
            ReceiveMessages messages,
            AnswerConversations answers,
            ReadConversations conversations,
            @Qualifier("closeQuietConversations") DueWork closing,
            HearOfUnanswered hearing,
            Clock clock) {
        this.chats = chats;
        this.messages = messages;
        this.answers = answers;
        this.conversations = conversations;
        this.closing = closing;
        this.hearing = hearing;
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
    void anAnsweredConversationIsClosedRightAfterThirtyMinutesAndNotAtThem() {
        var conversation = chats.writeToAmy(floor, "answered").conversation();
        var answered = clock.instant();
        answers.reply(floor.self(floor.amy()), conversation, "有的", null, answered);
        var due = answered.plus(QUIET).plus(1, ChronoUnit.MICROS);

        closing.doDue(due.minus(1, ChronoUnit.MICROS));
        assertThat(chats.view(floor, conversation).state()).isEqualTo(OPEN);
        assertThat(closing.nextDue(due)).contains(due);

        closing.doDue(due);

        assertThat(chats.view(floor, conversation).state()).isEqualTo(CLOSED);
        assertThat(chats.view(floor, conversation).closedAt()).isEqualTo(due);
        assertThat(closing.nextDue(due)).isEmpty();
        assertThat(panel("answered")).last().extracting(BuyerLine::notice).isEqualTo(Notice.CLOSED_QUIET);
    }

    @Test
    void aReadConversationInWhichTheBuyerSpokeLastClosesUnansweredAndTheBuyerIsNotTold() {
        var conversation = chats.writeToAmy(floor, "unanswered").conversation();
        var read = clock.instant();
        answers.read(floor.self(floor.amy()), conversation, null, read);

        closing.doDue(read.plus(Duration.ofMinutes(31)));

        assertThat(chats.view(floor, conversation).state()).isEqualTo(CLOSED_UNANSWERED);
        assertThat(panel("unanswered")).extracting(BuyerLine::text).containsExactly("有貨嗎?");
        assertThat(conversations
                        .thread(floor.page(floor.amy()), conversation, null)
                        .lines())
                .last()
                .extracting(LineView::notice)
                .isEqualTo(Notice.CLOSED_UNANSWERED);
    }

    @Test
    void onlyThoseThatWereShownAreNoticed() {
        var shown = endedUnanswered("shown");
        var later = endedUnanswered("later");

        hearing.noticed(floor.page(floor.amy()), List.of(shown));

        assertThat(hearing.of(floor.page(floor.amy())))
                .extracting(it -> it.id())
                .contains(later)
                .doesNotContain(shown);
        hearing.noticed(floor.page(floor.ben()), List.of(later));
        assertThat(hearing.of(floor.page(floor.amy())))
                .extracting(it -> it.id())
                .contains(later);
    }

    private ConversationId endedUnanswered(String buyer) {
        var conversation = chats.writeToAmy(floor, buyer).conversation();
        var read = clock.instant();
        answers.read(floor.self(floor.amy()), conversation, null, read);
        closing.doDue(read.plus(Duration.ofMinutes(31)));
        return conversation;
    }

    @Test
    void anUnreadConversationIsNeverClosed() {
        var conversation = chats.writeToAmy(floor, "unread").conversation();

        closing.doDue(clock.instant().plus(Duration.ofDays(30)));

        assertThat(chats.view(floor, conversation).state()).isEqualTo(OPEN);
    }

    @Test
    void aMessageThatMeetsTheSweepIsNeverLost() throws Exception {
        var written = IntStream.range(0, ROUNDS)
                .mapToObj(round -> chats.write(floor, "swept-" + round, "有貨嗎?"))
                .toList();
        written.forEach(one -> chats.awaitOwner(floor, one.conversation(), floor.amy()));
        var nine = clock.instant();

        for (var round = 0; round < ROUNDS; round++) {
            var buyer = "swept-" + round;
            var first = written.get(round);
            var read = nine.plus(Duration.ofMinutes(round));
            answers.read(floor.self(floor.amy()), first.conversation(), null, read);
            var due = read.plus(QUIET).plus(1, ChronoUnit.MICROS);

            var outcomes = Chats.atOnce(() -> receive(buyer, due), () -> {
                closing.doDue(due);
                return "swept";
            });

            assertThat(outcomes.get(1)).isEqualTo("swept");
            var late = (Received) outcomes.get(0);
            assertThat(chats.texts(late.conversation())).contains("還在嗎?");
            if (late.conversation().equals(first.conversation())) {
                assertThat(state(first.conversation())).isIn("OPEN", "WAITING");
                assertThat(chats.states(first.buyer())).hasSize(1);
            } else {
                assertThat(state(first.conversation())).isEqualTo("CLOSED_UNANSWERED");
                assertThat(chats.states(first.buyer())).hasSize(2);
            }
        }
    }

    private Received receive(String buyer, Instant now) {
        return messages.receive(
                floor.fresh().enterprise(),
                floor.fresh().shop(),
                new IncomingMessage(buyer, null, null, ChatSource.PRODUCT_PAGE, "還在嗎?", null),
                now);
    }

    private String state(ConversationId conversation) {
        return chats.view(floor, conversation).state().name();
    }

    private List<BuyerLine> panel(String buyer) {
        return conversations
                .ofBuyer(floor.fresh().enterprise(), floor.fresh().shop(), buyer, null)
                .lines();
    }
}
