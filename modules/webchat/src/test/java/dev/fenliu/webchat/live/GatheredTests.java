package dev.fenliu.webchat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.ConversationId;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheredTests {
    private static final ConversationId ONE = new ConversationId(1);
    private static final ConversationId TWO = new ConversationId(2);

    @Test
    void theEarliestNewLineOfEachConversationCounts() {
        var gathered = Gathered.from(
                List.of(new Hint.LineAdded(ONE, 7), new Hint.LineAdded(TWO, 3), new Hint.LineAdded(ONE, 6)));

        assertThat(gathered.firstNew()).containsEntry(ONE, 6L).containsEntry(TWO, 3L);
    }

    @Test
    void aChangeAsksForTheLastLineUnlessAnEarlierOneIsNew() {
        assertThat(Gathered.from(List.of(new Hint.Changed(ONE))).firstNew()).containsEntry(ONE, Gathered.LAST);
        assertThat(Gathered.from(List.of(new Hint.Changed(ONE), new Hint.LineAdded(ONE, 4)))
                        .firstNew())
                .containsEntry(ONE, 4L);
    }

    @Test
    void aReadMarkBringsNoLines() {
        var gathered = Gathered.from(List.of(new Hint.Read(ONE, 2), new Hint.Read(ONE, 5), new Hint.Read(ONE, 4)));

        assertThat(gathered.conversations()).containsExactly(ONE);
        assertThat(gathered.firstNew()).isEmpty();
        assertThat(gathered.read()).containsEntry(ONE, 5L);
    }

    @Test
    void theLatestPresenceCounts() {
        var gathered = Gathered.from(
                List.of(new Hint.PresenceTurned(Presence.HIDDEN), new Hint.PresenceTurned(Presence.ONLINE)));

        assertThat(gathered.presence()).isEqualTo(Presence.ONLINE);
    }
}
