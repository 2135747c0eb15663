package dev.fenliu.webchat.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.routing.ConversationId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTests {
    private static final ConversationId FIRST = new ConversationId(5);
    private static final ConversationId SECOND = new ConversationId(9);

    @Test
    void placesAreReadAsTheyAreWritten() {
        var position = new Position(SECOND, 12);
        var place = new DeskPlace(Instant.parse("2026-11-23T09:00:00.000042Z"), SECOND);

        assertThat(Position.of(position.toString())).isEqualTo(position);
        assertThat(DeskPlace.of(place.toString())).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1", "1-", "x-1", "1--1", "99999999999999999999999-1", "1-9999999999999999999"})
    void whatIsNoPlaceIsRefused(String text) {
        assertThatThrownBy(() -> Position.of(text)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> DeskPlace.of(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aPlaceInALaterConversationIsBeyondTheEndOfAnEarlierOne() {
        assertThat(new Position(SECOND, 3).upTo(FIRST)).isEqualTo(new Position(FIRST, Long.MAX_VALUE));
        assertThat(new Position(FIRST, 3).upTo(SECOND)).isEqualTo(new Position(FIRST, 3));
        assertThat(new Position(SECOND, 3).within(FIRST)).isEqualTo(Long.MAX_VALUE);
        assertThat(new Position(FIRST, 3).within(SECOND)).isZero();
        assertThat(new Position(FIRST, 3).within(FIRST)).isEqualTo(3);
    }
}
