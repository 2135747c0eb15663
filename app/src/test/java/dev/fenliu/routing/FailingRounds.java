package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets batches of an enterprise fail after they were decided and written, and before they are committed. */
@Component
class FailingRounds {
    private static final Map<EnterpriseId, Deque<Supplier<RuntimeException>>> PLANTED = new ConcurrentHashMap<>();

    /** On every instance of this process together. */
    static void plant(EnterpriseId enterprise, int rounds, Supplier<RuntimeException> failure) {
        var failures = PLANTED.computeIfAbsent(enterprise, _ -> new ConcurrentLinkedDeque<>());
        for (var round = 0; round < rounds; round++) {
            failures.add(failure);
        }
    }

    static int left(EnterpriseId enterprise) {
        var failures = PLANTED.get(enterprise);
        return failures == null ? 0 : failures.size();
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(RoutingEvent.Assigned batch) {
        var failures = PLANTED.get(batch.enterprise());
        var failure = failures == null ? null : failures.poll();
        if (failure != null) {
            throw failure.get();
        }
    }
}
