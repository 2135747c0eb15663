package dev.fenliu.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fenliu.accounts.application.TokenHolder;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often a token may ask: so many times a second, ten times that in a burst. */
@Component
class ApiRate {
    private static final int BURST = 10;

    private final ApiSettings settings;
    private final Cache<Long, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    ApiRate(ApiSettings settings) {
        this.settings = settings;
    }

    void take(TokenHolder holder) {
        if (settings.apiRate() == 0) return;
        var probe = buckets.get(holder.token(), _ -> full()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) throw new TooMany("too-many-requests", probe);
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(it -> it.capacity((long) BURST * settings.apiRate())
                        .refillGreedy(settings.apiRate(), Duration.ofSeconds(1)))
                .build();
    }
}
