package dev.fenliu.webchat.domain;

import static dev.fenliu.webchat.domain.ConversationState.CLOSED;
import static dev.fenliu.webchat.domain.ConversationState.CLOSED_UNANSWERED;
import static dev.fenliu.webchat.domain.WebchatFixtures.AMY;
import static dev.fenliu.webchat.domain.WebchatFixtures.ID;
import static dev.fenliu.webchat.domain.WebchatFixtures.NINE;
import static dev.fenliu.webchat.domain.WebchatFixtures.QUIET;
import static dev.fenliu.webchat.domain.WebchatFixtures.aNewConversation;
import static dev.fenliu.webchat.domain.WebchatFixtures.aReadConversationOfAmy;
import static dev.fenliu.webchat.domain.WebchatFixtures.anUnreadConversationOfAmy;
import static dev.fenliu.webchat.domain.WebchatFixtures.minutesLater;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.routing.Trigger;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuietTests {
    @Test
    void aReadOneIsLeftAloneForThirtyMinutesAndClosedAfterwards() {
        var conversation = aReadConversationOfAmy();

        assertThat(conversation.closeIfQuiet(ID, QUIET, minutesLater(30))).isEmpty();
        assertThat(conversation.closeIfQuiet(ID, QUIET, minutesLater(30).plusNanos(1_000)))
                .isPresent();
    }

    @Test
    void anAnsweredOneEndsWithALineForBothSides() {
        var conversation = aReadConversationOfAmy();
        conversation.reply(ID, AMY, "有的", NINE);

        var line = conversation.closeIfQuiet(ID, QUIET, minutesLater(31)).orElseThrow();

        assertThat(conversation.state()).isEqualTo(CLOSED);
        assertThat(line.notice()).isEqualTo(Notice.CLOSED_QUIET);
        assertThat(line.internal()).isFalse();
    }

    @Test
    void oneInWhichTheBuyerSpokeLastEndsUnansweredAndTheBuyerIsNotTold() {
        var conversation = aReadConversationOfAmy();

        var line = conversation.closeIfQuiet(ID, QUIET, minutesLater(31)).orElseThrow();

        assertThat(conversation.state()).isEqualTo(CLOSED_UNANSWERED);
        assertThat(line.internal()).isTrue();
    }

    @Test
    void anUnreadOneIsNeverClosed() {
        var conversation = anUnreadConversationOfAmy();

        assertThat(conversation.closeIfQuiet(ID, QUIET, NINE.plus(Duration.ofDays(365))))
                .isEmpty();
    }

    @Test
    void aWaitingOneIsNeverClosed() {
        var conversation = aNewConversation();

        assertThat(conversation.closeIfQuiet(ID, QUIET, NINE.plus(Duration.ofDays(365))))
                .isEmpty();
    }

    @Test
    void theThirtyMinutesBeginAnewWithAReadMarkAndWithANewOwner() {
        var read = anUnreadConversationOfAmy();
        read.read(AMY, 1, 1, minutesLater(20));
        assertThat(read.closeIfQuiet(ID, QUIET, minutesLater(49))).isEmpty();

        var stagedForTenHours = aNewConversation();
        stagedForTenHours.assign(AMY, false, Trigger.AGENT_AVAILABLE, minutesLater(600));
        stagedForTenHours.read(AMY, 1, 1, minutesLater(601));
        assertThat(stagedForTenHours.closeIfQuiet(ID, QUIET, minutesLater(602))).isEmpty();
    }

    @Test
    void aSystemLineIsNoNewsThatWouldKeepItOpen() {
        var conversation = aReadConversationOfAmy();
        conversation.labelHandedOver(ID, AMY, AMY, Trigger.FORWARDED, "", minutesLater(29));

        assertThat(conversation.closeIfQuiet(ID, QUIET, minutesLater(31))).isPresent();
    }
}
