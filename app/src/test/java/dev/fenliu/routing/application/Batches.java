package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import org.springframework.stereotype.Component;

/** Decides a batch in the thread of the test, so that it can be counted. */
@Component
public class Batches {
    private final DrainLane drain;

    Batches(DrainLane drain) {
        this.drain = drain;
    }

    public void decide(EnterpriseId enterprise) {
        drain.batch(enterprise, true);
    }
}
