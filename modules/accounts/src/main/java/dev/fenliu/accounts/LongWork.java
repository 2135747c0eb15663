package dev.fenliu.accounts;

import java.time.Instant;

/**
 * A kind of long work, done bit by bit: each bit a transaction of its own that takes a second at most, and after which
 * the progress can be seen. After a crash a bit may be done again, so it looks first what is done already.
 */
public interface LongWork {
    /** Names the kind for ever: what an earlier start of the program has left is found by it. */
    String kind();

    /** Does the next bit. False when nothing is left to do. */
    boolean goOn(EnterpriseId enterprise, long job, Instant now);

    /** The job has failed again and again, and is not tried any more. */
    void giveUp(EnterpriseId enterprise, long job, Instant now);
}
