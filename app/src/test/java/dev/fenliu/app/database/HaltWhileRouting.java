package dev.fenliu.app.database;

import dev.fenliu.routing.RoutingEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends the program as a power cut does, once a file is there: when a batch is decided and written, and not committed. */
@Component
@ConditionalOnProperty("fenliu.test.halt")
class HaltWhileRouting {
    static final int CODE = 77;

    private final Path armed;

    HaltWhileRouting(@Value("${fenliu.test.halt}") Path armed) {
        this.armed = armed;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(RoutingEvent.Assigned batch) {
        if (Files.exists(armed)) {
            Runtime.getRuntime().halt(CODE);
        }
    }
}
