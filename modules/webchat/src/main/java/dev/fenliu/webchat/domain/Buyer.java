package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import org.jspecify.annotations.Nullable;

/**
 * A buyer of one shop.
 *
 * @param externalId the buyer's id as the shop's side knows it
 * @param latest the latest conversation, open or closed
 * @param blocking who decided that the buyer may not write any more; null for everybody who may
 */
public record Buyer(
        BuyerId id,
        EnterpriseId enterprise,
        ShopId shop,
        String externalId,
        String name,
        ConversationId latest,
        @Nullable Blocking blocking) {
    /** A buyer who writes for the first time. */
    public static Buyer first(
            BuyerId id, EnterpriseId enterprise, ShopId shop, IncomingMessage message, ConversationId latest) {
        var name = message.buyerName() == null ? anonymous(message.buyer()) : message.buyerName();
        return new Buyer(id, enterprise, shop, message.buyer(), name, latest, null);
    }

    // Somebody who does not say a name is known by the beginning of the id: agents can tell two of them apart.
    private static String anonymous(String externalId) {
        return externalId.substring(
                0, externalId.offsetByCodePoints(0, Math.min(20, externalId.codePointCount(0, externalId.length()))));
    }

    /** The same buyer under the name that the message gives, if it gives one. */
    public Buyer calling(IncomingMessage message) {
        return message.buyerName() == null
                ? this
                : new Buyer(id, enterprise, shop, externalId, message.buyerName(), latest, blocking);
    }

    public Buyer nowIn(ConversationId conversation) {
        return new Buyer(id, enterprise, shop, externalId, name, conversation, blocking);
    }

    public boolean blocked() {
        return blocking != null;
    }
}
