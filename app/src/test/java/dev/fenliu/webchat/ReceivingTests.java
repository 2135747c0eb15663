package dev.fenliu.webchat;

import static dev.fenliu.webchat.domain.ConversationState.CLOSED;
import static dev.fenliu.webchat.domain.ConversationState.OPEN;
import static dev.fenliu.webchat.domain.ConversationState.WAITING;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.domain.ShopWish;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.webchat.Chats.Floor;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.Received;
import dev.fenliu.webchat.domain.ShopIsDisabled;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@FenliuTest
@TestInstance(PER_CLASS)
class ReceivingTests {
    private final Chats chats;
    private final ReceiveMessages messages;
    private final AnswerConversations answers;
    private final ManageShops shops;
    private final Clock clock;
    private Floor floor;

    @Autowired
    ReceivingTests(Chats chats, ReceiveMessages messages, AnswerConversations answers, ManageShops shops, Clock clock) {
        this.chats = chats;
        this.messages = messages;
        this.answers = answers;
        this.shops = shops;
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
    void aFirstMessageOpensAConversationThatSoonHasAnOwner() {
        var received = chats.writeToAmy(floor, "buyer-a");

        var view = chats.view(floor, received.conversation());
        assertThat(view.state()).isEqualTo(OPEN);
        assertThat(view.unread()).isEqualTo(1);
        assertThat(view.source()).isEqualTo(ChatSource.PRODUCT_PAGE);
        assertThat(view.preview()).isEqualTo("有貨嗎?");
    }

    @Test
    void withNobodyAtWorkItWaitsAndASecondMessageJoinsIt() {
        chats.offline(floor, floor.amy());

        var first = chats.write(floor, "buyer-b", "一");
        var second = chats.write(floor, "buyer-b", "二");

        assertThat(second.conversation()).isEqualTo(first.conversation());
        assertThat(chats.view(floor, first.conversation()).state()).isEqualTo(WAITING);
        assertThat(chats.texts(first.conversation())).containsExactly("一", "二");
    }

    @Test
    void afterClosingTheNextMessageStartsANewConversation() {
        var first = chats.writeToAmy(floor, "buyer-c");
        answers.close(floor.acting(floor.amy()), first.conversation(), null, clock.instant());

        var second = chats.write(floor, "buyer-c", "再問一下");

        assertThat(second.conversation()).isNotEqualTo(first.conversation());
        assertThat(second.buyer()).isEqualTo(first.buyer());
        assertThat(chats.view(floor, first.conversation()).state()).isEqualTo(CLOSED);
    }

    @Test
    void theSameExternalIdAgainIsAnsweredTheSameAndChangesNothing() {
        var first = chats.write(floor, "buyer-d", "m-1", "一");

        var again = chats.write(floor, "buyer-d", "m-1", "一");

        assertThat(first.stored()).isTrue();
        assertThat(again).isEqualTo(new Received(first.message(), first.conversation(), first.buyer(), 1, false));
        assertThat(chats.texts(first.conversation())).containsExactly("一");
    }

    @Test
    void theSameExternalIdAfterClosingOpensNothingNew() {
        var first = chats.write(floor, "buyer-e", "m-2", "一");
        chats.awaitOwner(floor, first.conversation(), floor.amy());
        answers.close(floor.acting(floor.amy()), first.conversation(), null, clock.instant());

        var again = chats.write(floor, "buyer-e", "m-2", "一");

        assertThat(again.conversation()).isEqualTo(first.conversation());
        assertThat(chats.states(first.buyer())).containsExactly("CLOSED");
    }

    @Test
    void anotherShopMayUseTheSameExternalIds() {
        var elsewhere = chats.open();

        var here = chats.write(floor, "buyer-f", "m-3", "一");
        var there = chats.write(elsewhere, "buyer-f", "m-3", "一");

        assertThat(there.stored()).isTrue();
        assertThat(there.conversation()).isNotEqualTo(here.conversation());
    }

    @Test
    void firstMessagesOfOneBuyerAtOnceOpenOneConversationWithAllOfThem() throws Exception {
        for (var round = 0; round < 40; round++) {
            var buyer = "crowd-" + round;

            var received = Chats.atOnce(
                    () -> chats.write(floor, buyer, "一"),
                    () -> chats.write(floor, buyer, "二"),
                    () -> chats.write(floor, buyer, "三"),
                    () -> chats.write(floor, buyer, "四"));

            var conversations = received.stream()
                    .map(Received.class::cast)
                    .map(Received::conversation)
                    .collect(toSet());
            assertThat(conversations).as("round %d", round).hasSize(1);
            var conversation = conversations.iterator().next();
            assertThat(chats.seqs(conversation)).containsExactly(1L, 2L, 3L, 4L);
            assertThat(chats.texts(conversation)).containsExactlyInAnyOrder("一", "二", "三", "四");
        }
    }

    @Test
    void theSameExternalIdAtOnceIsStoredOnce() throws Exception {
        for (var round = 0; round < 40; round++) {
            var id = "twin-" + round;
            var buyer = "twin-buyer-" + round % 5;

            var received = Chats.atOnce(
                    () -> chats.write(floor, buyer, id, "一"),
                    () -> chats.write(floor, buyer, id, "一"),
                    () -> chats.write(floor, buyer, id, "一"));

            assertThat(received).as("round %d", round).allMatch(Received.class::isInstance);
            assertThat(received.stream()
                            .map(Received.class::cast)
                            .map(Received::message)
                            .distinct())
                    .hasSize(1);
            assertThat(received.stream().map(Received.class::cast).filter(Received::stored))
                    .hasSize(1);
        }
    }

    @Test
    void manyMessagesOfOneBuyerAtOnceAreNumberedWithoutGaps() throws Exception {
        var first = chats.writeToAmy(floor, "buyer-g");

        for (var round = 0; round < 15; round++) {
            var received = Chats.atOnce(
                    () -> chats.write(floor, "buyer-g", "一"),
                    () -> chats.write(floor, "buyer-g", "二"),
                    () -> chats.write(floor, "buyer-g", "三"));
            assertThat(received).allMatch(Received.class::isInstance);
        }

        assertThat(chats.seqs(first.conversation()))
                .isEqualTo(LongStream.rangeClosed(1, 46).boxed().toList());
        assertThat(chats.view(floor, first.conversation()).unread()).isEqualTo(46);
    }

    @Test
    void aDisabledShopTakesNoMessages() {
        var floor = chats.open();
        shops.change(floor.fresh().actor(), floor.fresh().shop(), new ShopWish(null, null, false), clock.instant());

        assertThatThrownBy(() -> chats.write(floor, "buyer-h", "在嗎?")).isInstanceOf(ShopIsDisabled.class);
    }

    @Test
    void aForeignShopIsNoShop() {
        var foreign = chats.open().fresh().shop();

        assertThatThrownBy(() -> messages.receive(
                        floor.fresh().enterprise(),
                        foreign,
                        new IncomingMessage("b", null, null, ChatSource.OTHER, "在嗎?", null),
                        clock.instant()))
                .isInstanceOf(UnknownShop.class);
    }

    @Test
    void aBuyerIsCalledByTheLatestNameTheyGave() {
        var first = receive("小明");
        receive(null);
        assertThat(chats.view(floor, first.conversation()).buyerName()).isEqualTo("小明");

        receive("王小明");

        assertThat(chats.view(floor, first.conversation()).buyerName()).isEqualTo("王小明");
        assertThat(chats.seqs(first.conversation())).isEqualTo(List.of(1L, 2L, 3L));
    }

    private Received receive(@org.jspecify.annotations.Nullable String name) {
        return messages.receive(
                floor.fresh().enterprise(),
                floor.fresh().shop(),
                new IncomingMessage("named", name, null, ChatSource.OTHER, "你好", null),
                clock.instant());
    }
}
