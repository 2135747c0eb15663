package dev.fenliu.app.start;

import dev.fenliu.accounts.application.FirstStart;
import dev.fenliu.accounts.application.PublicAddress;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the link that opens the first enterprise account, as long as there is none. */
@Component
class FirstLink {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLink.class);

    private final FirstStart start;
    private final PublicAddress address;
    private final Clock clock;

    FirstLink(FirstStart start, PublicAddress address, Clock clock) {
        this.start = start;
        this.address = address;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        start.link(clock.instant())
                .ifPresent(link -> LOG.info(
                        "There is no enterprise account yet. Open the first one here, within 24 hours: {}/start/{}",
                        address.url(),
                        link));
    }
}
