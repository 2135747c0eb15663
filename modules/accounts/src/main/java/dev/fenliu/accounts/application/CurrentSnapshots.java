package dev.fenliu.accounts.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.Versions;
import dev.fenliu.accounts.domain.EnterpriseSnapshot;
import dev.fenliu.accounts.domain.Snapshots;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The snapshot that a transaction works with: the version is asked for once per transaction, or once per request by those
 * that only look; what belongs to it is kept in memory between transactions.
 */
@Component
class CurrentSnapshots implements Versions {
    private final Snapshots snapshots;
    private final RequestView view;
    // Filled without holding the cache's lock: whoever loads may have to wait for a connection that the waiting ones
    // hold.
    // One for each enterprise: old versions would crowd out those that are asked for.
    private final Cache<EnterpriseId, Known> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private final Cache<ShopId, EnterpriseId> owners =
            Caffeine.newBuilder().maximumSize(100_000).build();

    CurrentSnapshots(Snapshots snapshots, RequestView view) {
        this.snapshots = snapshots;
        this.view = view;
    }

    EnterpriseSnapshot of(EnterpriseId enterprise) {
        return known(enterprise).snapshot();
    }

    @Override
    public long versionOf(EnterpriseId enterprise) {
        return known(enterprise).version();
    }

    private Known known(EnterpriseId enterprise) {
        var held = held();
        if (held == null) return load(enterprise, version(enterprise));
        var bound = held.snapshots.get(enterprise);
        if (bound == null) {
            bound = load(enterprise, version(enterprise));
            held.snapshots.put(enterprise, bound);
        }
        return bound;
    }

    Optional<EnterpriseId> ownerOf(ShopId shop) {
        var known = owners.getIfPresent(shop);
        if (known != null) return Optional.of(known);
        var owner = snapshots.ownerOf(shop);
        owner.ifPresent(it -> owners.put(shop, it));
        return owner;
    }

    /** As of now, and safe from everybody else's changes until the transaction ends. */
    EnterpriseSnapshot locked(EnterpriseId enterprise) {
        forget(enterprise);
        snapshots.lock(enterprise);
        return of(enterprise);
    }

    /** What the transaction has just written shows from here on. */
    EnterpriseSnapshot changed(EnterpriseId enterprise) {
        renew(enterprise);
        return of(enterprise);
    }

    @Override
    public void renew(EnterpriseId enterprise) {
        snapshots.renew(enterprise);
        forget(enterprise);
    }

    void forget(EnterpriseId enterprise) {
        view.end();
        var held = held();
        if (held != null) held.snapshots.remove(enterprise);
    }

    private long version(EnterpriseId enterprise) {
        var seen = view.version(enterprise);
        if (seen != null) return seen;
        var version = snapshots.version(enterprise);
        view.saw(enterprise, version);
        return version;
    }

    private Known load(EnterpriseId enterprise, long version) {
        while (true) {
            var last = known.getIfPresent(enterprise);
            if (last != null && last.version() == version) return last;
            var snapshot = snapshots.read(enterprise);
            var after = snapshots.version(enterprise);
            if (after == version) {
                var loaded = new Known(version, snapshot);
                known.put(enterprise, loaded);
                view.saw(enterprise, version);
                return loaded;
            }
            version = after;
        }
    }

    private @Nullable Held held() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) return null;
        var held = (Held) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new Held();
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<Held, CurrentSnapshots>(held, this) {});
        }
        return held;
    }

    private record Known(long version, EnterpriseSnapshot snapshot) {}

    private static final class Held extends ResourceHolderSupport {
        private final Map<EnterpriseId, Known> snapshots = new HashMap<>();
    }
}
