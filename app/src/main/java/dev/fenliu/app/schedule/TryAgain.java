package dev.fenliu.app.schedule;

import java.time.Duration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does again what had to happen outside the database and failed, such as a mail; a few times, and not at once. */
@Component
class TryAgain {
    private static final int MOST_TRIES = 5;
    private static final int AT_ONCE = 20;

    private final FailedEventPublications failed;

    TryAgain(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(fixedDelayString = "${fenliu.try-again-every:60s}", initialDelayString = "${fenliu.try-again-every:60s}")
    void resubmit() {
        failed.resubmit(ResubmissionOptions.defaults()
                .withBatchSize(AT_ONCE)
                .withMaxInFlight(AT_ONCE)
                .withMinAge(Duration.ofSeconds(30))
                .withFilter(it -> it.getCompletionAttempts() < MOST_TRIES));
    }
}
