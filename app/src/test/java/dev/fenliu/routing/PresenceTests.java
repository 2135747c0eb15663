package dev.fenliu.routing;

import static dev.fenliu.accounts.Presence.HIDDEN;
import static dev.fenliu.accounts.Presence.OFFLINE;
import static dev.fenliu.accounts.Presence.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.fenliu.accounts.AccountEvent.LoggedOut;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.SqlCounter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@FenliuTest
class PresenceTests {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Desks desks;
    private final FreshEnterprises enterprises;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Instant nine;
    private Fresh fresh;
    private MemberId amy;

    @Autowired
    PresenceTests(
            Desks desks,
            FreshEnterprises enterprises,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desks = desks;
        this.enterprises = enterprises;
        this.transaction = transaction;
        this.events = events;
        this.nine = clock.instant();
    }

    @BeforeEach
    void openTheShop() {
        fresh = enterprises.open();
        amy = enterprises.agent(fresh, "amy");
    }

    @Test
    void nobodyIsAtWorkWhoNeverWas() {
        var atWork = desks.atWork(fresh.enterprise(), amy, nine);

        assertThat(atWork.presence()).isEqualTo(OFFLINE);
        assertThat(atWork.lastSeen()).isNull();
    }

    @Test
    void aConnectedDeskIsOnlineUntilNinetySecondsAfterItsLastHeartbeat() {
        desks.connected(fresh.enterprise(), amy, nine);
        desks.beat(List.of(amy), nine.plusSeconds(15));
        var lastSeen = nine.plusSeconds(15);

        assertThat(presenceAt(lastSeen.plus(PATIENCE).minusNanos(1_000))).isEqualTo(ONLINE);
        assertThat(presenceAt(lastSeen.plus(PATIENCE))).isEqualTo(OFFLINE);
        assertThat(desks.atWork(fresh.enterprise(), amy, lastSeen.plus(PATIENCE))
                        .since())
                .isEqualTo(lastSeen);
    }

    @Test
    void hidingHoldsOverReconnectsUntilTheAgentChoosesToShow() {
        desks.connected(fresh.enterprise(), amy, nine);
        desks.choose(fresh.enterprise(), amy, HIDDEN, nine.plusSeconds(5));

        var later = nine.plus(Duration.ofHours(1));
        desks.connected(fresh.enterprise(), amy, later);
        assertThat(presenceAt(later)).isEqualTo(HIDDEN);

        desks.choose(fresh.enterprise(), amy, ONLINE, later.plusSeconds(1));
        assertThat(presenceAt(later.plusSeconds(1))).isEqualTo(ONLINE);
    }

    @Test
    void whoChoseEarlierAndWasHeardLaterTakesNoTimeAway() {
        desks.connected(fresh.enterprise(), amy, nine);
        var hidden = nine.plusSeconds(10);
        desks.choose(fresh.enterprise(), amy, HIDDEN, hidden);
        desks.choose(fresh.enterprise(), amy, ONLINE, nine.plusSeconds(5));
        var end = nine.plusSeconds(20);
        desks.beat(List.of(amy), end);

        assertThat(desks.stretches(fresh.enterprise(), nine, end))
                .containsExactlyInAnyOrder(
                        new Desks.Stretch(amy, ONLINE, nine, hidden),
                        new Desks.Stretch(amy, HIDDEN, hidden, hidden),
                        new Desks.Stretch(amy, ONLINE, hidden, end));
    }

    @Test
    void choosingToBeGoneTakesEffectAtOnce() {
        desks.connected(fresh.enterprise(), amy, nine);
        desks.choose(fresh.enterprise(), amy, OFFLINE, nine.plusSeconds(10));

        assertThat(presenceAt(nine.plusSeconds(10))).isEqualTo(OFFLINE);
    }

    @Test
    void aBeatThatWasUnderWayBringsNobodyBackWhoHasGone() {
        desks.connected(fresh.enterprise(), amy, nine);
        desks.choose(fresh.enterprise(), amy, OFFLINE, nine.plusSeconds(10));

        desks.beat(List.of(amy), nine.plusSeconds(11));

        assertThat(presenceAt(nine.plusSeconds(11))).isEqualTo(OFFLINE);
    }

    @Test
    void aLogOutLongAfterTheDeskWasLeftIsNoHeartbeat() {
        desks.connected(fresh.enterprise(), amy, nine);
        var noon = nine.plus(Duration.ofHours(3));

        transaction.executeWithoutResult(_ -> events.publishEvent(new LoggedOut(fresh.enterprise(), amy, noon)));

        assertThat(desks.atWork(fresh.enterprise(), amy, noon).lastSeen()).isEqualTo(nine);
    }

    @Test
    void onlineAndHiddenTimeAddUpAcrossTabsAndEndAtTheLastHeartbeat() {
        desks.connected(fresh.enterprise(), amy, nine);
        beatEveryMinute(nine, Duration.ofMinutes(10));
        desks.connected(fresh.enterprise(), amy, nine.plus(Duration.ofMinutes(10))); // a second tab
        beatEveryMinute(nine.plus(Duration.ofMinutes(10)), Duration.ofMinutes(20));
        var halfPast = nine.plus(Duration.ofMinutes(30));
        desks.choose(fresh.enterprise(), amy, HIDDEN, halfPast);
        beatEveryMinute(halfPast, Duration.ofMinutes(30));
        var ten = nine.plus(Duration.ofHours(1)); // a crash: no more heartbeats

        assertThat(desks.stretches(fresh.enterprise(), nine, ten.plus(Duration.ofHours(2))))
                .containsExactly(
                        new Desks.Stretch(amy, ONLINE, nine, halfPast), new Desks.Stretch(amy, HIDDEN, halfPast, ten));
    }

    @Test
    void aDeskThatWasNotHeardOfForLongBeginsANewStretch() {
        desks.connected(fresh.enterprise(), amy, nine);
        desks.beat(List.of(amy), nine.plusSeconds(60));
        var noon = nine.plus(Duration.ofHours(3));
        desks.beat(List.of(amy), noon);

        assertThat(presenceAt(noon)).isEqualTo(ONLINE);
        assertThat(desks.stretches(fresh.enterprise(), nine, noon.plusSeconds(1)))
                .extracting(Desks.Stretch::from, Desks.Stretch::until)
                .containsExactly(tuple(nine, nine.plusSeconds(60)), tuple(noon, noon));
    }

    @Test
    void theHeartbeatOfAllDesksOfAnInstanceIsOneStatement() {
        var everybody = List.of(amy, enterprises.agent(fresh, "ben"), enterprises.agent(fresh, "cara"));
        everybody.forEach(member -> desks.connected(fresh.enterprise(), member, nine));

        var cost = SqlCounter.during(() -> desks.beat(everybody, nine.plusSeconds(15)));

        assertThat(cost.statements()).hasSize(1);
    }

    private Presence presenceAt(Instant moment) {
        return desks.atWork(fresh.enterprise(), amy, moment).presence();
    }

    private void beatEveryMinute(Instant from, Duration time) {
        for (var minute = 1; minute <= time.toMinutes(); minute++) {
            desks.beat(List.of(amy), from.plus(Duration.ofMinutes(minute)));
        }
    }
}
