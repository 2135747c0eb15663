package dev.fenliu.accounts.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes guessing passwords and codes slow: a try is paid for before it is made, so that tries at once gain nothing. */
@Component
public class GuessingThrottle {
    private static final int LONGEST_NAME = 128;

    private final SignInSettings settings;
    private final Cache<String, Bucket> accounts;
    private final Cache<String, Bucket> addresses;

    GuessingThrottle(SignInSettings settings) {
        this.settings = settings;
        this.accounts = buckets(settings);
        this.addresses = buckets(settings);
    }

    /** Throws {@link TooManyTries}. */
    public void take(String login, String address) {
        var account = account(login);
        refuseUnlessPaid(account.tryConsumeAndReturnRemaining(1));
        var paid = address(address).tryConsumeAndReturnRemaining(1);
        // An address that may not try any more must not keep the account's owner out either.
        if (!paid.isConsumed()) account.addTokens(1);
        refuseUnlessPaid(paid);
    }

    /** A right password costs nothing. */
    public void giveBack(String login, String address) {
        account(login).addTokens(1);
        address(address).addTokens(1);
    }

    private static void refuseUnlessPaid(ConsumptionProbe probe) {
        if (!probe.isConsumed()) throw new TooManyTries(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket account(String login) {
        var name = login.strip().toLowerCase(Locale.ROOT);
        var key = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return accounts.get(key, _ -> full(settings.triesPerAccount()));
    }

    private Bucket address(String address) {
        return addresses.get(address, _ -> full(settings.triesPerAddress()));
    }

    private Bucket full(int tries) {
        return Bucket.builder()
                .addLimit(it -> it.capacity(tries).refillGreedy(tries, settings.window()))
                .build();
    }

    private static Cache<String, Bucket> buckets(SignInSettings settings) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(settings.window())
                .build();
    }
}
