package dev.fenliu.webchat.domain;

import dev.fenliu.chatgroups.ChatSource;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer sends to a shop.
 *
 * @param buyer the buyer's id as the shop's side knows it
 * @param buyerName null when it is not told
 * @param externalId makes the message unique in the shop; null when the sender never repeats itself
 * @param source the kind of page that the buyer wrote from
 * @param page that page itself, as an address; null when it is not told
 */
public record IncomingMessage(
        String buyer,
        @Nullable String buyerName,
        @Nullable String externalId,
        ChatSource source,
        String text,
        @Nullable Card card,
        @Nullable String page) {
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PAGE = 500;

    public IncomingMessage(
            String buyer,
            @Nullable String buyerName,
            @Nullable String externalId,
            ChatSource source,
            String text,
            @Nullable Card card) {
        this(buyer, buyerName, externalId, source, text, card, null);
    }

    public IncomingMessage {
        Field.require("buyer.externalId", buyer, LONGEST_ID);
        buyerName = buyerName == null || buyerName.isBlank() ? null : buyerName.strip();
        Field.limit("buyer.name", buyerName, LONGEST_NAME);
        if (externalId != null) {
            Field.require("externalId", externalId, LONGEST_ID);
        }
        text = Texts.message(text);
        page = page == null || page.isBlank() ? null : Field.limit("page", page.strip(), LONGEST_PAGE);
    }

    /** Where a chat that begins with this message started: a card says more than 其他. */
    public ChatSource startedFrom() {
        return source == ChatSource.OTHER && card != null ? card.source() : source;
    }
}
