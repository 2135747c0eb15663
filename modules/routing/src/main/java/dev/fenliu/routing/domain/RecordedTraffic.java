package dev.fenliu.routing.domain;

import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.RecordedChats.Recorded;
import dev.fenliu.routing.domain.Traffic.Chat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chats that really came, read again by others: each takes them as long as it took whoever had it then. */
public final class RecordedTraffic {
    private final Map<ConversationId, Instant> given;

    /** @param given when each chat first got an agent; absent if it never did */
    public RecordedTraffic(Map<ConversationId, Instant> given) {
        this.given = given;
    }

    /** What nobody had takes as long as the median of the others; what somebody had and never read is never read. */
    public Traffic traffic(Instant from, Instant until, List<Recorded> chats) {
        var usual = usual(chats);
        return new Traffic(
                from,
                until,
                chats.stream()
                        .map(chat -> new Chat(
                                chat.conversation(),
                                chat.buyer(),
                                chat.source(),
                                chat.openedAt(),
                                given.containsKey(chat.conversation())
                                        ? readAfter(chat).orElse(null)
                                        : usual,
                                chat.lastHandler(),
                                chat.lastTalkedAt()))
                        .toList());
    }

    private @Nullable Duration usual(List<Recorded> chats) {
        var known = chats.stream()
                .map(this::readAfter)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        return known.isEmpty() ? null : known.get((known.size() - 1) / 2);
    }

    // From when they had it: how long it had waited before says nothing of how they read.
    private Optional<Duration> readAfter(Recorded chat) {
        var had = given.get(chat.conversation());
        if (had == null || chat.readAt() == null) return Optional.empty();
        var took = Duration.between(had, chat.readAt());
        return Optional.of(took.isNegative() ? Duration.ZERO : took);
    }
}
