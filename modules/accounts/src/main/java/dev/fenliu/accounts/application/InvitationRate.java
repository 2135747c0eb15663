package dev.fenliu.accounts.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.MemberId;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many invitations a member may send: nobody makes a flood of mails with our name on it. */
@Component
class InvitationRate {
    private static final int MOST = 20;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Cache<MemberId, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(WINDOW).build();

    /** Throws {@link TooManyTries}. */
    void take(Actor actor) {
        var probe = buckets.get(actor.me(), _ -> full()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) throw new TooManyTries(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket full() {
        return Bucket.builder()
                .addLimit(it -> it.capacity(MOST).refillGreedy(MOST, WINDOW))
                .build();
    }
}
