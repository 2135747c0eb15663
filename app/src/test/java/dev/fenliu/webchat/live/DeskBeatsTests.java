package dev.fenliu.webchat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.routing.Desks;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FenliuTest
class DeskBeatsTests {
    private final FreshEnterprises enterprises;
    private final Screens screens;
    private final DeskBeats beats;
    private final Desks desks;
    private final Clock clock;
    private final List<Reader.Agent> agents = new ArrayList<>();

    @Autowired
    DeskBeatsTests(FreshEnterprises enterprises, Screens screens, DeskBeats beats, Desks desks, Clock clock) {
        this.enterprises = enterprises;
        this.screens = screens;
        this.beats = beats;
        this.desks = desks;
        this.clock = clock;
    }

    @AfterEach
    void leave() {
        agents.forEach(screens::close);
    }

    @Test
    void oneStatementBeatsForAllDesks() {
        sit("amy", "ben", "cara", "dan");

        var asked = SqlCounter.during(beats::beat);

        assertThat(asked.statements()).hasSize(1);
        assertThat(asked.statements().getFirst()).contains("routing_presence set last_seen");
    }

    @Test
    void anOpenDeskIsStillThereAfterTheClockWasMoved() {
        var amy = sit("amy").getFirst();
        var target = clock.instant().plus(Duration.ofMinutes(10));

        beats.clockWillMoveTo(target);

        assertThat(desks.atWork(agents.getFirst().enterprise(), amy, target).presence())
                .isEqualTo(Presence.ONLINE);
    }

    @Test
    void theTimeThatTheClockWasMovedCountsAsSpentAtTheOpenDesk() {
        sit("amy");
        var start = clock.instant();
        var target = start.plus(Duration.ofMinutes(30));

        beats.clockWillMoveTo(target);

        var stretches = desks.stretches(agents.getFirst().enterprise(), start.minusSeconds(60), target.plusSeconds(60));
        assertThat(stretches).hasSize(1);
        assertThat(stretches.getFirst().until()).isEqualTo(target);
    }

    private List<MemberId> sit(String... logins) {
        var fresh = enterprises.open();
        var members = new ArrayList<MemberId>();
        for (var login : logins) {
            var member = enterprises.agent(fresh, login);
            var agent = new Reader.Agent(fresh.enterprise(), member);
            screens.open(agent, (hints, stream) -> true);
            desks.connected(fresh.enterprise(), member, clock.instant());
            agents.add(agent);
            members.add(member);
        }
        return members;
    }
}
