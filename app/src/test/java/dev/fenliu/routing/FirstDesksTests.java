package dev.fenliu.routing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FenliuTest
class FirstDesksTests {
    private static final int TABS = 8;
    private static final int ROUNDS = 40;

    private final Desks desks;
    private final FreshEnterprises enterprises;
    private final Clock clock;

    @Autowired
    FirstDesksTests(Desks desks, FreshEnterprises enterprises, Clock clock) {
        this.desks = desks;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    @Test
    void anAgentsFirstTabsMayAllOpenAtOnce() throws Exception {
        var fresh = enterprises.open();
        var newcomers = new ArrayList<MemberId>();
        for (var round = 0; round < ROUNDS; round++) {
            newcomers.add(enterprises.agent(fresh, "newcomer" + round));
        }
        var opened = new ArrayList<Future<?>>();
        var start = new CyclicBarrier(TABS);

        try (var tabs = Executors.newFixedThreadPool(TABS)) {
            for (var tab = 0; tab < TABS; tab++) {
                opened.add(tabs.submit(() -> {
                    for (var newcomer : newcomers) {
                        start.await(20, SECONDS);
                        desks.connected(fresh.enterprise(), newcomer, clock.instant());
                    }
                    return null;
                }));
            }
        }

        for (var tab : opened) {
            tab.get();
        }
        var now = clock.instant();
        assertThat(newcomers)
                .allSatisfy(newcomer -> assertThat(
                                desks.atWork(fresh.enterprise(), newcomer, now).presence())
                        .isEqualTo(Presence.ONLINE));
    }
}
