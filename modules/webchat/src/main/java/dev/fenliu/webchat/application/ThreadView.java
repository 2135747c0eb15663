package dev.fenliu.webchat.application;

import dev.fenliu.webchat.domain.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with the last part of what was said, the oldest line first.
 *
 * @param writable whether the asker may answer, forward and close it
 * @param lines of the conversation and, as far as the asker may know of them, of the buyer's earlier ones
 * @param older where older lines end; null if there are none
 */
public record ThreadView(
        ConversationView conversation,
        boolean writable,
        List<LineView> lines,
        @Nullable Position older) {}
