package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import java.time.Instant;

/** What never changes about a conversation: whose it is, where it started and when. */
public record Origin(
        ConversationId conversation,
        EnterpriseId enterprise,
        ShopId shop,
        BuyerId buyer,
        ChatSource source,
        Instant openedAt) {}
