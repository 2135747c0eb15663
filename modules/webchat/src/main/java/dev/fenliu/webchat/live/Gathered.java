package dev.fenliu.webchat.live;

import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.ConversationView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a handful of hints comes to.
 *
 * @param firstNew of each conversation that changed, the first line that may be new; only its last one if none is named
 * @param read of each conversation that was read, the line up to which
 * @param presence the latest; null if it did not change
 */
record Gathered(
        Map<ConversationId, Long> firstNew,
        Map<ConversationId, Long> read,
        @Nullable Presence presence,
        boolean loggedOut,
        boolean sessionsEnded,
        boolean accessChanged) {
    /** Stands for the last line, whichever that is. */
    static final long LAST = Long.MAX_VALUE;

    static Gathered from(List<Hint> hints) {
        var firstNew = new HashMap<ConversationId, Long>();
        var read = new HashMap<ConversationId, Long>();
        Presence presence = null;
        var loggedOut = false;
        var sessionsEnded = false;
        var accessChanged = false;
        for (var hint : hints) {
            switch (hint) {
                case Hint.Changed it -> firstNew.merge(it.conversation(), LAST, Math::min);
                case Hint.LineAdded it -> firstNew.merge(it.conversation(), it.seq(), Math::min);
                case Hint.Read it -> read.merge(it.conversation(), it.upToSeq(), Math::max);
                case Hint.Seen it -> {}
                case Hint.Typing it -> {}
                case Hint.EndedUnanswered it -> {}
                case Hint.PresenceTurned it -> presence = it.presence();
                case Hint.LoggedOut it -> loggedOut = true;
                case Hint.SessionsEnded it -> sessionsEnded = true;
                case Hint.AccessChanged it -> accessChanged = true;
            }
        }
        return new Gathered(firstNew, read, presence, loggedOut, sessionsEnded, accessChanged);
    }

    /** Every conversation of which anything changed. */
    Set<ConversationId> conversations() {
        return Stream.concat(firstNew.keySet().stream(), read.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of the conversations that may have new lines, the number after which those are. */
    Map<ConversationId, Long> newLines(List<ConversationView> shown) {
        return shown.stream()
                .filter(row -> firstNew.containsKey(row.id()))
                .collect(Collectors.toUnmodifiableMap(
                        ConversationView::id,
                        row -> Math.min(firstNew.getOrDefault(row.id(), LAST), row.lastSeq()) - 1));
    }
}
