package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An earlier conversation of a buyer, in a line.
 *
 * @param handler who answered or, if nobody did, had it; null if nobody ever had
 * @param score what the buyer gave it; null for nothing
 */
public record Visit(
        ConversationId conversation,
        ChatSource source,
        ConversationState state,
        @Nullable MemberId handler,
        Instant openedAt,
        String preview,
        @Nullable Integer score) {}
