package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about a conversation: whose it is, where it started and when.
 *
 * @param page the page that the chat began on, as the shop's side names it; null when it is not told
 */
public record Origin(
        ConversationId conversation,
        EnterpriseId enterprise,
        ShopId shop,
        BuyerId buyer,
        ChatSource source,
        Instant openedAt,
        @Nullable String page) {
    public Origin(
            ConversationId conversation,
            EnterpriseId enterprise,
            ShopId shop,
            BuyerId buyer,
            ChatSource source,
            Instant openedAt) {
        this(conversation, enterprise, shop, buyer, source, openedAt, null);
    }
}
