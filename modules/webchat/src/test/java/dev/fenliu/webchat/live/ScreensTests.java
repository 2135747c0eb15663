package dev.fenliu.webchat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class ScreensTests {
    private static final EnterpriseId ENTERPRISE = new EnterpriseId(1);
    private static final Reader ADA = new Reader.Agent(ENTERPRISE, new MemberId(10));
    private static final Reader BEN = new Reader.Agent(ENTERPRISE, new MemberId(20));

    private final Screens screens =
            new Screens(new ScreenSettings(64, Duration.ofSeconds(15), Duration.ofMinutes(20), 8, 10));
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        released.countDown();
        screens.closeAll();
    }

    @Test
    void whoeverDoesNotReadIsDroppedAndHoldsUpNobody() throws Exception {
        var told = Collections.synchronizedList(new ArrayList<Hint>());
        var all = new CountDownLatch(200);
        screens.open(ADA, this::neverReads);
        screens.open(BEN, (hints, stream) -> {
            told.addAll(hints);
            hints.forEach(hint -> all.countDown());
            return true;
        });

        for (var seq = 1; seq <= 200; seq++) {
            var hint = new Hint.LineAdded(new ConversationId(1), seq);
            screens.tell(ADA, List.of(hint));
            screens.tell(BEN, List.of(hint));
            // Nobody is faster than a reader who reads.
            if (seq % 50 == 0) awaitSize(told, seq);
        }

        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told).hasSize(200);
        assertThat(screens.readers()).containsExactly(BEN);
    }

    @Test
    void hintsThatGatheredMeanwhileAreToldAtOnce() throws Exception {
        var batches = Collections.synchronizedList(new ArrayList<List<Hint>>());
        var last = new CountDownLatch(2);
        screens.open(ADA, (hints, stream) -> {
            batches.add(hints);
            await(released);
            last.countDown();
            return true;
        });

        screens.tell(ADA, List.of(new Hint.PresenceTurned(Presence.ONLINE)));
        awaitSize(batches, 1);
        screens.tell(ADA, List.of(new Hint.Changed(new ConversationId(1))));
        screens.tell(ADA, List.of(new Hint.Changed(new ConversationId(2))));
        released.countDown();

        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(batches).hasSize(2);
        assertThat(batches.get(1)).hasSize(2);
    }

    @Test
    void aReaderWithTooManyWindowsIsRefusedAndOthersAreNot() {
        for (var window = 0; window < 8; window++) {
            screens.open(ADA, this::neverReads);
        }

        assertThatThrownBy(() -> screens.open(ADA, this::neverReads)).isInstanceOf(TooManyScreens.class);
        screens.open(BEN, this::neverReads);
        screens.open(BEN, this::neverReads);
        assertThatThrownBy(() -> screens.open(BEN, this::neverReads))
                .as("the server is full")
                .isInstanceOf(TooManyScreens.class);
    }

    @Test
    void aClosedWindowMakesRoomForAnother() {
        for (var window = 0; window < 8; window++) {
            screens.open(ADA, this::neverReads);
        }

        screens.close(ADA);

        assertThat(screens.readers()).isEmpty();
        screens.open(ADA, this::neverReads);
    }

    @Test
    void whoeverLoggedOutIsNotCountedAsPresentAnyMore() {
        screens.open(ADA, this::neverReads);
        screens.tell(ADA, List.of(new Hint.Changed(new ConversationId(1))));

        screens.tell(ADA, List.of(new Hint.LoggedOut()));

        assertThat(screens.readers()).isEmpty();
    }

    @Test
    void afterTheEndNobodyOpensAnything() {
        screens.open(ADA, this::neverReads);

        screens.closeAll();

        assertThat(screens.readers()).isEmpty();
        assertThatThrownBy(() -> screens.open(ADA, this::neverReads)).isInstanceOf(TooManyScreens.class);
    }

    private boolean neverReads(List<Hint> hints, SseEmitter stream) {
        await(released);
        return true;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitSize(List<?> list, int size) throws InterruptedException {
        for (var waited = 0; list.size() < size && waited < 1_000; waited++) {
            Thread.sleep(10);
        }
        assertThat(list).hasSizeGreaterThanOrEqualTo(size);
    }
}
