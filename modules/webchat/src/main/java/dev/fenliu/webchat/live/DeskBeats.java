package dev.fenliu.webchat.live;

import dev.fenliu.accounts.DueWork;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.Desks;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The heartbeat of all desks that this instance serves: one statement for all of them, and none when there are none. */
@Component
class DeskBeats implements DueWork {
    private final Screens screens;
    private final Desks desks;
    private final Clock clock;

    DeskBeats(Screens screens, Desks desks, Clock clock) {
        this.screens = screens;
        this.desks = desks;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "${fenliu.webchat.screens.heartbeat:15s}")
    void beat() {
        var members = connected();
        if (!members.isEmpty()) {
            desks.beat(members, clock.instant());
        }
    }

    /** Whoever sits at an open desk does not leave it because somebody moves the clock. */
    @Override
    public void clockWillMoveTo(Instant target) {
        desks.stay(connected(), clock.instant(), target);
    }

    @Override
    public Optional<Instant> nextDue(Instant limit) {
        return Optional.empty();
    }

    @Override
    public void doDue(Instant now) {}

    private Set<MemberId> connected() {
        return screens.readers().stream()
                .filter(Reader.Agent.class::isInstance)
                .map(reader -> ((Reader.Agent) reader).member())
                .collect(Collectors.toUnmodifiableSet());
    }
}
