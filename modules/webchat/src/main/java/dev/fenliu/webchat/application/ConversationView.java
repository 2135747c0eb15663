package dev.fenliu.webchat.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.Links;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as lists and headers show it.
 *
 * @param buyer the buyer's own row, which live streams are addressed by
 * @param buyerExternalId the buyer's id as the shop's side knows it
 * @param unread how many of the buyer's messages the owner has not read
 * @param forwardedBy who handed it over; null without the label [轉寄]
 * @param unansweredSince since when the buyer waits for an answer; null once it is answered
 * @param preview the beginning of the last message
 * @param lastSeq the number of the last line
 * @param page the page that the chat began on; null when it is not told
 * @param blocked whether the buyer may not write any more
 */
public record ConversationView(
        ConversationId id,
        ShopId shop,
        String shopName,
        BuyerId buyer,
        String buyerExternalId,
        String buyerName,
        ChatSource source,
        ConversationState state,
        boolean held,
        @Nullable MemberId owner,
        @Nullable String ownerName,
        int unread,
        @Nullable MemberId forwardedBy,
        @Nullable String forwardedByName,
        @Nullable String forwardNote,
        Instant openedAt,
        Instant lastTalkedAt,
        boolean buyerSpokeLast,
        @Nullable Instant unansweredSince,
        String preview,
        long lastSeq,
        @Nullable Instant closedAt,
        @Nullable String page,
        boolean blocked) {
    /** Where the page can be opened: a page of this server, or an address that may be followed. */
    public @Nullable String pageLink() {
        return page == null || page.startsWith("/store/") ? page : Links.href(page);
    }
}
