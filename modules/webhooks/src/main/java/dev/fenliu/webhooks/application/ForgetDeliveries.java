package dev.fenliu.webhooks.application;

import dev.fenliu.webhooks.domain.Deliveries;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes deliveries some time after what they tell of, a batch in each transaction. */
@Component
class ForgetDeliveries {
    private static final int BATCH = 1_000;

    private final Deliveries deliveries;
    private final WebhookSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ForgetDeliveries(Deliveries deliveries, WebhookSettings settings, TransactionTemplate transaction, Clock clock) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${fenliu.webhooks.forget-every:1h}")
    void forget() {
        var before = clock.instant().minus(settings.keep());
        int forgotten;
        do {
            forgotten = transaction.<Integer>execute(_ -> deliveries.forget(before, BATCH));
        } while (forgotten == BATCH);
    }
}
