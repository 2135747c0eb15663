package dev.fenliu.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.RecordedChats.Recorded;
import dev.fenliu.routing.domain.Traffic.Chat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long simulated agents take to read what really came. */
class RecordedTrafficTests {
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    private final List<Recorded> chats = new ArrayList<>();
    private final Map<ConversationId, Instant> given = new HashMap<>();

    @Test
    void aChatTakesAsLongAsItTookFromWhenSomebodyHadIt() {
        came(5, 7);

        assertThat(readings()).containsExactly(Duration.ofMinutes(2));
    }

    @Test
    void whatNobodyHadTakesAsLongAsTheMedianOfTheOthers() {
        came(0, 1);
        came(0, 3);
        came(0, 60);
        came(null, null);

        assertThat(readings()).last().isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void whatSomebodyHadAndNeverReadIsNeverRead() {
        came(0, 1);
        came(0, null);

        assertThat(readings()).containsExactly(Duration.ofMinutes(1), null);
    }

    @Test
    void nothingIsReadWhereNobodyReadAnything() {
        came(null, null);

        assertThat(readings()).containsOnlyNulls();
    }

    private void came(@Nullable Integer givenAfter, @Nullable Integer readAfter) {
        var id = new ConversationId(chats.size() + 1);
        if (givenAfter != null) given.put(id, START.plus(Duration.ofMinutes(givenAfter)));
        var readAt = readAfter == null ? null : START.plus(Duration.ofMinutes(readAfter));
        chats.add(new Recorded(id, id.value(), ChatSource.OTHER, START, readAt, null, null));
    }

    private List<@Nullable Duration> readings() {
        var traffic = new RecordedTraffic(given).traffic(START, START.plus(Duration.ofDays(1)), chats);
        var readings = new ArrayList<@Nullable Duration>();
        for (Chat chat : traffic.chats()) readings.add(chat.readAfter());
        return readings;
    }
}
