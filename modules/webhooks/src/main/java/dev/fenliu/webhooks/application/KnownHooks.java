package dev.fenliu.webhooks.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Versions;
import dev.fenliu.webhooks.HookId;
import dev.fenliu.webhooks.domain.Hook;
import dev.fenliu.webhooks.domain.Hooks;
import dev.fenliu.webhooks.domain.Topic;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which webhooks want to hear of something, in memory: every fact asks, and most enterprises have none. Adding or removing
 * one gives the enterprise another version, so what is known under a version is right for whoever sees that version.
 */
@Component
class KnownHooks {
    private final Hooks hooks;
    private final Versions versions;
    private final Cache<EnterpriseId, Known> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    KnownHooks(Hooks hooks, Versions versions) {
        this.hooks = hooks;
        this.versions = versions;
    }

    List<HookId> thatHear(EnterpriseId enterprise, Topic topic) {
        return of(enterprise).stream()
                .filter(it -> it.topics().contains(topic))
                .map(Hook::id)
                .toList();
    }

    // The version comes first: what is read after it is never older than it.
    private List<Hook> of(EnterpriseId enterprise) {
        var version = versions.versionOf(enterprise);
        var last = known.getIfPresent(enterprise);
        if (last != null && last.version() == version) return last.hooks();
        var read = hooks.of(enterprise);
        known.put(enterprise, new Known(version, read));
        return read;
    }

    private record Known(long version, List<Hook> hooks) {}
}
