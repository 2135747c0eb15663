package dev.fenliu.webchat.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fenliu.webchat.domain.Visitor;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** How fast one buyer may write through the panel. */
@Component
class BuyerPace {
    @ConfigurationProperties("fenliu.webchat.pace")
    record Settings(
            @DefaultValue("20") int messages,
            @DefaultValue("10s") Duration within) {}

    private final Settings settings;
    private final Cache<Visitor, Bucket> buckets;

    BuyerPace(Settings settings) {
        this.settings = settings;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(settings.within().multipliedBy(2))
                .build();
    }

    /** Throws {@link WritesTooFast}. */
    void check(Visitor visitor) {
        var taken = buckets.get(visitor, same -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw new WritesTooFast(
                    Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds() + 1);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.messages()).refillIntervally(settings.messages(), settings.within()))
                .build();
    }
}
