package dev.fenliu.webchat.application;

import dev.fenliu.routing.ConversationId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found.
 *
 * @param lines of the conversations whose text holds the words, the line that does
 * @param next where the search goes on; null when everything has been looked through
 */
public record FoundView(
        List<ConversationView> items,
        Map<ConversationId, Snippet> lines,
        @Nullable ConversationId next) {}
