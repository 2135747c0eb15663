package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact that figures are made of.
 *
 * @param member who is credited with it; null for what nobody has had
 * @param source where the conversation started
 * @param seconds how long the buyer had waited; 0 for what is no answer
 * @param stars what the buyer gave, 1 to 5; 0 for what is no rating
 * @param aside closed by the system, begun by a buyer who came back, or the first answer of the conversation
 * @param missed closed while the buyer waited for an answer, or begun and not answered within twelve hours
 */
public record Deed(
        Kind kind,
        ConversationId conversation,
        ShopId shop,
        @Nullable MemberId member,
        ChatSource source,
        Instant at,
        int seconds,
        int stars,
        boolean aside,
        boolean missed) {
    /** Which figure it counts for. */
    public enum Kind {
        OPENED,
        REPLIED,
        CLOSED,
        FORWARDED_IN,
        FORWARDED_OUT,
        RATED
    }
}
