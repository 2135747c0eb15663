package dev.fenliu.webchat.domain;

import dev.fenliu.chatgroups.ChatSource;
import org.jspecify.annotations.Nullable;

/** The product or order that a buyer's message is about. */
public record Card(Type type, String ref, @Nullable String title) {
    private static final int LONGEST_REF = 128;
    private static final int LONGEST_TITLE = 200;

    /** What a card shows. */
    public enum Type {
        PRODUCT,
        ORDER
    }

    public Card {
        Field.require("card.ref", ref, LONGEST_REF);
        Field.limit("card.title", title, LONGEST_TITLE);
    }

    /** The source that a chat has which was opened from elsewhere with this card. */
    public ChatSource source() {
        return switch (type) {
            case PRODUCT -> ChatSource.PRODUCT_PAGE;
            case ORDER -> ChatSource.ORDER_PAGE;
        };
    }
}
