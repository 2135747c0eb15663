package dev.fenliu.accounts.application;

import dev.fenliu.accounts.domain.Imports;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets the passwords of an import that nobody has fetched within a day, and files that nobody has started. */
@Component
class ForgetImportPasswords {
    private static final Duration KEPT = Duration.ofHours(24);

    private final Imports imports;
    private final Clock clock;

    ForgetImportPasswords(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${fenliu.imports.forget-every:10m}")
    @Transactional
    public void forget() {
        imports.forget(clock.instant().minus(KEPT));
    }
}
