package dev.fenliu.webchat.application;

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

/** A line as the buyer sees it: the shop answers, not an agent. */
public record BuyerLine(
        MessageId id,
        Position position,
        Sender sender,
        @Nullable Notice notice,
        String text,
        @Nullable Card card,
        @Nullable Ware ware,
        Instant at,
        boolean read) {
    /** The text with its addresses told apart. */
    public List<Piece> pieces() {
        return Links.in(text);
    }
}
