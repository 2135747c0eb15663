package dev.fenliu.webchat.application;

import dev.fenliu.webchat.domain.DeskCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an agent's list of conversations.
 *
 * @param next where the list goes on; null at its end
 */
public record DeskView(
        List<ConversationView> items, @Nullable String next, DeskCounts counts) {}
