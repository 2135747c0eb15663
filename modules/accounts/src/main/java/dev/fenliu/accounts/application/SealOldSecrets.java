package dev.fenliu.accounts.application;

import dev.fenliu.accounts.domain.Authenticators;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals, soon after the start, the authenticators' secrets of a database from before they were sealed. */
@Component
class SealOldSecrets {
    private final Authenticators authenticators;

    SealOldSecrets(Authenticators authenticators) {
        this.authenticators = authenticators;
    }

    @Scheduled(fixedDelayString = "${fenliu.secrets.seal-every:24h}")
    @Transactional
    public void seal() {
        authenticators.sealOld();
    }
}
