package dev.fenliu.routing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.domain.Attendance;
import dev.fenliu.routing.domain.Attendances;
import dev.fenliu.routing.domain.Loyalty;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastSeenTests {
    private static final EnterpriseId ENTERPRISE = new EnterpriseId(1);
    private static final MemberId AMY = new MemberId(2);
    private static final Instant SEEN = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant TEN_MINUTES_LATER = SEEN.plus(Duration.ofMinutes(10));

    private final Attendances attendances = mock();
    private final LastSeen lastSeen =
            new LastSeen(attendances, Loyalty.STANDARD, new RoutingSettings(Duration.ofSeconds(90), 500, true));

    @Test
    void whoeverWasSeenLatelyIsAskedForOnce() {
        written(Presence.ONLINE, SEEN);

        assertThat(isThereOrWaitedFor(SEEN)).isTrue();
        assertThat(isThereOrWaitedFor(TEN_MINUTES_LATER)).isTrue();

        verify(attendances, times(1)).find(ENTERPRISE, AMY);
    }

    @Test
    void whoeverHasNotBeenSeenForTenMinutesIsAskedForAgain() {
        written(Presence.ONLINE, SEEN);
        isThereOrWaitedFor(SEEN);

        assertThat(isThereOrWaitedFor(TEN_MINUTES_LATER.plusMillis(1))).isFalse();
        written(Presence.ONLINE, TEN_MINUTES_LATER);
        assertThat(isThereOrWaitedFor(TEN_MINUTES_LATER.plusMillis(2))).isTrue();
    }

    @Test
    void whoeverLoggedOutMeanwhileIsWaitedForAllTheSame() {
        written(Presence.ONLINE, SEEN);
        isThereOrWaitedFor(SEEN);
        written(Presence.OFFLINE, SEEN.plusSeconds(1));

        assertThat(isThereOrWaitedFor(TEN_MINUTES_LATER)).isTrue();
        assertThat(isThereOrWaitedFor(TEN_MINUTES_LATER.plusSeconds(1))).isTrue();
        assertThat(isThereOrWaitedFor(TEN_MINUTES_LATER.plusSeconds(2))).isFalse();
    }

    @Test
    void whoeverNeverWasAtWorkIsNotWaitedFor() {
        given(attendances.find(ENTERPRISE, AMY)).willReturn(Optional.empty());

        assertThat(isThereOrWaitedFor(SEEN)).isFalse();
    }

    private boolean isThereOrWaitedFor(Instant now) {
        return lastSeen.isThereOrWaitedFor(ENTERPRISE, AMY, now);
    }

    private void written(Presence presence, Instant seen) {
        given(attendances.find(ENTERPRISE, AMY))
                .willReturn(Optional.of(new Attendance(ENTERPRISE, AMY, presence, SEEN, seen, false)));
    }
}
