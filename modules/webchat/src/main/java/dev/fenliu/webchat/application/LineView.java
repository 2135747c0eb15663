package dev.fenliu.webchat.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.Links;
import dev.fenliu.webchat.domain.Notice;
import dev.fenliu.webchat.domain.Piece;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Sender;
import dev.fenliu.webchat.domain.Ware;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as agents see it.
 *
 * @param position its place in the buyer's history, to ask for what comes before or after
 * @param member the agent who wrote it or, of a system line, who caused it
 * @param recipient to whom the conversation went, on the system line that says so
 * @param notice what a system line says; null for people's lines
 * @param text what was written; on a system line the note, if there is one
 * @param ware what the shop's own system knows about the card's product or order; null for nothing
 * @param readAt when the other side first read it; null for system lines, and for unread ones
 */
public record LineView(
        MessageId id,
        Position position,
        Sender sender,
        @Nullable MemberId member,
        @Nullable String memberName,
        @Nullable MemberId recipient,
        @Nullable String recipientName,
        @Nullable Notice notice,
        String text,
        @Nullable Card card,
        @Nullable Ware ware,
        Instant at,
        @Nullable Instant readAt) {
    /** The text with its addresses told apart. */
    public List<Piece> pieces() {
        return Links.in(text);
    }

    /** Whether an agent wrote it for other agents. */
    public boolean isNote() {
        return notice == Notice.NOTE;
    }
}
