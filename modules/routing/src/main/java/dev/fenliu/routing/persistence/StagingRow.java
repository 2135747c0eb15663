package dev.fenliu.routing.persistence;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.domain.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of routing_staging as the request that it stands for. */
final class StagingRow {
    private StagingRow() {}

    static Request request(ResultSet row, int index) throws SQLException {
        var conversation = new ConversationId(row.getLong("conversation_id"));
        var shop = new ShopId(row.getLong("shop_id"));
        var source = ChatSource.valueOf(row.getString("source"));
        var askedAt = Moments.read(row, "asked_at");
        var owner = member(row, "owner_id");
        var loyalTo = member(row, "last_handler_id");
        return switch (row.getString("phase")) {
            case "WAITING" -> staged(row, index);
            case "HELD" ->
                new Request.Held(
                        conversation,
                        shop,
                        source,
                        askedAt,
                        Objects.requireNonNull(owner),
                        Moments.read(row, "held_until"));
            default -> {
                var cause = Trigger.valueOf(row.getString("cause"));
                yield switch (cause) {
                    case MESSAGE -> new Request.NewConversation(conversation, shop, source, askedAt, loyalTo);
                    case OWNER_GONE ->
                        new Request.OwnerGone(
                                conversation, shop, source, askedAt, loyalTo, Objects.requireNonNull(owner));
                    default ->
                        new Request.Rerouted(
                                conversation, shop, source, askedAt, loyalTo, Objects.requireNonNull(owner), cause);
                };
            }
        };
    }

    /** One in the staging area. */
    static Request.Staged staged(ResultSet row, int index) throws SQLException {
        return new Request.Staged(
                new ConversationId(row.getLong("conversation_id")),
                new ShopId(row.getLong("shop_id")),
                ChatSource.valueOf(row.getString("source")),
                Moments.read(row, "asked_at"),
                member(row, "last_handler_id"),
                member(row, "owner_id"));
    }

    private static @Nullable MemberId member(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : new MemberId(value);
    }
}
