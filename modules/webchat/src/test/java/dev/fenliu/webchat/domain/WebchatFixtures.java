package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Trigger;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import java.time.Duration;
import java.time.Instant;

/** A buyer, two agents and what they do. */
final class WebchatFixtures {
    static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    static final Duration QUIET = Duration.ofMinutes(30);
    static final MemberId AMY = new MemberId(1);
    static final MemberId BEN = new MemberId(2);
    static final MessageId ID = new MessageId(77);

    private WebchatFixtures() {}

    static IncomingMessage saying(String text) {
        return new IncomingMessage("buyer-1", "小明", null, ChatSource.PRODUCT_PAGE, text, null);
    }

    /** A conversation with one message of the buyer, for which nobody has been found yet. */
    static Conversation aNewConversation() {
        var conversation = Conversation.opened(new Origin(
                new ConversationId(10),
                new EnterpriseId(20),
                new ShopId(30),
                new BuyerId(40),
                ChatSource.PRODUCT_PAGE,
                NINE));
        conversation.buyerWrites(ID, saying("有貨嗎?"), NINE);
        return conversation;
    }

    /** The same, owned by Amy, who has not read it. */
    static Conversation anUnreadConversationOfAmy() {
        var conversation = aNewConversation();
        conversation.assign(AMY, false, Trigger.MESSAGE, NINE);
        return conversation;
    }

    /** The same, read by Amy. */
    static Conversation aReadConversationOfAmy() {
        var conversation = anUnreadConversationOfAmy();
        conversation.read(AMY, 1, 1, NINE);
        return conversation;
    }

    static Instant minutesLater(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
