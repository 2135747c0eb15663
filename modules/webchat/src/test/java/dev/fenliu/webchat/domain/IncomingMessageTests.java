package dev.fenliu.webchat.domain;

import static dev.fenliu.chatgroups.ChatSource.CART;
import static dev.fenliu.chatgroups.ChatSource.ORDER_PAGE;
import static dev.fenliu.chatgroups.ChatSource.OTHER;
import static dev.fenliu.chatgroups.ChatSource.PRODUCT_PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.chatgroups.ChatSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncomingMessageTests {
    private static final Card PRODUCT = new Card(Card.Type.PRODUCT, "p-1", "亞麻襯衫");
    private static final Card ORDER = new Card(Card.Type.ORDER, "o-1", null);

    @Test
    void aChatOpenedFromElsewhereWithACardStartsWhereTheCardPoints() {
        assertThat(from(OTHER, PRODUCT).startedFrom()).isEqualTo(PRODUCT_PAGE);
        assertThat(from(OTHER, ORDER).startedFrom()).isEqualTo(ORDER_PAGE);
    }

    @Test
    void aKnownSourceSaysMoreThanACard() {
        assertThat(from(CART, PRODUCT).startedFrom()).isEqualTo(CART);
        assertThat(from(OTHER, null).startedFrom()).isEqualTo(OTHER);
    }

    @Test
    void aMessageHasUpToFiveThousandCharactersHoweverManyBytesTheyTake() {
        assertThat(saying("😀".repeat(5_000)).text()).hasSize(10_000);

        assertThatThrownBy(() -> saying("字".repeat(5_001))).isInstanceOf(FieldIsTooLong.class);
    }

    @Test
    void aMessageSaysSomething() {
        assertThatThrownBy(() -> saying(" \n\t　")).isInstanceOf(FieldIsEmpty.class);
        assertThat(saying(" 你好 \n").text()).isEqualTo("你好");
    }

    @Test
    void aBuyerHasAnId() {
        assertThatThrownBy(() -> new IncomingMessage(" ", null, null, OTHER, "你好", null))
                .isInstanceOf(FieldIsEmpty.class)
                .extracting("field")
                .isEqualTo("buyer.externalId");
    }

    @Test
    void aBlankNameIsNoName() {
        assertThat(new IncomingMessage("b", "  ", null, OTHER, "你好", null).buyerName())
                .isNull();
    }

    @Test
    void thePreviewOfALongMessageDoesNotCutACharacterInTwo() {
        var preview = Texts.preview("第一行\n" + "😀".repeat(300));

        assertThat(preview).startsWith("第一行 😀").endsWith("😀");
        assertThat(preview.codePointCount(0, preview.length())).isEqualTo(200);
    }

    private static IncomingMessage from(ChatSource source, @Nullable Card card) {
        return new IncomingMessage("b", null, null, source, "你好", card);
    }

    private static IncomingMessage saying(String text) {
        return new IncomingMessage("b", null, null, OTHER, text, null);
    }
}
