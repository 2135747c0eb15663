package dev.fenliu.webchat.application;

import dev.fenliu.accounts.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The system closes what is read and has been quiet for a while (rules 5), on any number of instances. */
@Component
class CloseQuietConversations implements DueWork {
    private static final int BATCH = 200;

    private final CloseConversations closing;
    private final WebchatSettings settings;
    private final Clock clock;

    CloseQuietConversations(CloseConversations closing, WebchatSettings settings, Clock clock) {
        this.closing = closing;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${fenliu.webchat.sweep-every:15s}",
            initialDelayString = "${fenliu.webchat.sweep-every:15s}")
    void sweep() {
        if (!settings.sweep()) {
            return;
        }
        var now = clock.instant();
        while (closing.closeSome(settings.quiet(), now, BATCH) == BATCH) {
            // The next ones.
        }
    }

    @Override
    public Optional<Instant> nextDue(Instant limit) {
        // The quiet time must have passed, not just be up.
        return closing.quietSince()
                .map(since -> since.plus(settings.quiet()).plus(1, ChronoUnit.MICROS))
                .filter(due -> !due.isAfter(limit));
    }

    @Override
    public void doDue(Instant now) {
        var left = closing.closeSome(settings.quiet(), now, BATCH);
        while (left > 0) {
            left = closing.closeSome(settings.quiet(), now, BATCH);
        }
        // What somebody was busy with is waited for: whoever moves the clock relies on all of it being done.
        closing.quiet(settings.quiet(), now).forEach(buyer -> closing.closeOne(buyer, settings.quiet(), now));
    }
}
