package dev.fenliu.webchat.domain;

import static dev.fenliu.webchat.domain.WebchatFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AutomaticLineTests {
    @Test
    void itIsNobodysReply() {
        var conversation = anUnreadConversationOfAmy();
        var talk = conversation.talk();

        var line = conversation.answersByItself(ID, "稍後回覆你", minutesLater(1));

        assertThat(line.sender()).isEqualTo(Sender.SYSTEM);
        assertThat(line.internal()).isFalse();
        assertThat(line.seq()).isEqualTo(2);
        assertThat(conversation.talk()).isEqualTo(talk);
        assertThat(conversation.marks().unread()).isEqualTo(1);
        assertThat(conversation.holding().lastHandler()).isEqualTo(AMY);
    }

    @Test
    void whoeverWaitsHasNoHandlerStill() {
        var conversation = aNewConversation();

        conversation.answersByItself(ID, "稍後回覆你", NINE);

        assertThat(conversation.state()).isEqualTo(ConversationState.WAITING);
        assertThat(conversation.holding().lastHandler()).isNull();
    }

    @Test
    void nothingIsAddedToAClosedOne() {
        var conversation = aReadConversationOfAmy();
        conversation.close(ID, AMY, 1, NINE);

        assertThatThrownBy(() -> conversation.answersByItself(ID, "稍後", NINE)).isInstanceOf(ConversationIsClosed.class);
    }

    @Test
    void placesAreFilledOnceWhateverStandsInANameOrAText() {
        assertThat(Placeholders.fill("{buyer} 你好，這裡是 {shop}。{buyer}!", "小明", "蝦蝦的店"))
                .isEqualTo("小明 你好，這裡是 蝦蝦的店。小明!");
        assertThat(Placeholders.fill("{buyer}", "{shop} $1 \\ ${7*7} #{x}", "店"))
                .isEqualTo("{shop} $1 \\ ${7*7} #{x}");
        assertThat(Placeholders.fill("{0} {nobody} ${buyer}", "小明", "店")).isEqualTo("{0} {nobody} $小明");
    }
}
