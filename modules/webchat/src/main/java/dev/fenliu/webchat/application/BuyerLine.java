package dev.fenliu.webchat.application;

import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.Message;
import dev.fenliu.webchat.domain.Notice;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Sender;
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
        Instant at,
        boolean read) {
    /** Without internal lines. */
    static List<BuyerLine> of(List<Message> messages) {
        return messages.stream()
                .filter(message -> !message.internal())
                .map(BuyerLine::of)
                .toList();
    }

    private static BuyerLine of(Message message) {
        return new BuyerLine(
                message.id(),
                message.position(),
                message.sender(),
                message.notice(),
                message.text(),
                message.card(),
                message.at(),
                message.readAt() != null);
    }
}
