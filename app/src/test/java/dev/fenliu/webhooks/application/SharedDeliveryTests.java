package dev.fenliu.webhooks.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Ids;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.webhooks.DeliveryId;
import dev.fenliu.webhooks.HookId;
import dev.fenliu.webhooks.Inbox;
import dev.fenliu.webhooks.domain.Announcement;
import dev.fenliu.webhooks.domain.Courier;
import dev.fenliu.webhooks.domain.Deliveries;
import dev.fenliu.webhooks.domain.DeliveryState;
import dev.fenliu.webhooks.domain.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@FenliuTest
class SharedDeliveryTests {
    private static final int MANY = 120;

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    ManageHooks hooks;

    @Autowired
    Deliver deliver;

    @Autowired
    Courier courier;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ForgetDeliveries forgetting;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void severalInstancesBringEachDeliveryOnce() {
        try (var inbox = new Inbox()) {
            var fresh = enterprises.open();
            var hook = hooks.add(fresh.actor(), inbox.address(), List.of("message.received"), clock.instant())
                    .hook()
                    .id();
            var instances = IntStream.range(0, 3)
                    .mapToObj(_ -> new DeliverySweep(deliver, courier, clock))
                    .toList();
            IntStream.range(0, MANY).forEach(_ -> keep(fresh, hook, Duration.ZERO));

            await().until(() -> {
                instances.forEach(DeliverySweep::sweep);
                return delivered(fresh, hook) == MANY;
            });

            instances.forEach(DeliverySweep::destroy);
            assertThat(inbox.letters())
                    .extracting(Inbox.Letter::id)
                    .hasSize(MANY)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsThirtyDaysOldIsForgotten() {
        try (var inbox = new Inbox()) {
            var fresh = enterprises.open();
            var hook = hooks.add(fresh.actor(), inbox.address(), List.of("message.received"), clock.instant())
                    .hook()
                    .id();
            keep(fresh, hook, Duration.ofDays(31));
            keep(fresh, hook, Duration.ofDays(29));

            forgetting.forget();

            assertThat(hooks.deliveries(fresh.actor(), hook, null, 10)).hasSize(1);
        }
    }

    private void keep(Fresh fresh, HookId hook, Duration ago) {
        var at = clock.instant().minus(ago);
        var said = new Announcement(fresh.enterprise(), Topic.MESSAGE_RECEIVED, Map.of("message", "1"), at);
        transaction.executeWithoutResult(_ -> deliveries.keep(said, Map.of(new DeliveryId(ids.next()), hook)));
    }

    private long delivered(Fresh fresh, HookId hook) {
        return hooks.deliveries(fresh.actor(), hook, null, 200).stream()
                .filter(it -> it.standing().state() == DeliveryState.DELIVERED)
                .count();
    }
}
