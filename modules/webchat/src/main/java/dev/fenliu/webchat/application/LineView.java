package dev.fenliu.webchat.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.Notice;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Sender;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line as agents see it.
 *
 * @param position its place in the buyer's history, to ask for what comes before or after
 * @param member the agent who wrote it or, of a system line, who caused it
 * @param recipient to whom the conversation went, on the system line that says so
 * @param notice what a system line says; null for people's lines
 * @param text what was written; on a system line the note, if there is one
 * @param readAt when an agent first read it; null for others than the buyer's, and for unread ones
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
        Instant at,
        @Nullable Instant readAt) {}
