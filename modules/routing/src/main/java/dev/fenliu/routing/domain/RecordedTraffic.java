package dev.fenliu.routing.domain;

import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.RecordedChats.Recorded;
import dev.fenliu.routing.domain.Traffic.Chat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chats that really came, read again by others: each takes them as long as it took whoever had it then. */
public final class RecordedTraffic {
    private final Map<ConversationId, Instant> given;

    /** @param given when each chat first got an agent; absent if it never did */
    public RecordedTraffic(Map<ConversationId, Instant> given) {
        this.given = given;
    }

    /** Whatever nobody has read takes as long as the median of the others. */
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
                                readAfter(chat).orElse(usual),
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
        if (chat.readAt() == null) return Optional.empty();
        var had = Objects.requireNonNullElse(given.get(chat.conversation()), chat.openedAt());
        var took = Duration.between(had, chat.readAt());
        return Optional.of(took.isNegative() ? Duration.ZERO : took);
    }
}
