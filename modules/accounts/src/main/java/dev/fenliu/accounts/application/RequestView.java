package dev.fenliu.accounts.application;

import dev.fenliu.accounts.EnterpriseId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a request has seen of an enterprise: its transactions see the same, instead of asking each anew, until one of them
 * locks or changes something.
 */
@Component
public class RequestView {
    private static final ThreadLocal<@Nullable Map<EnterpriseId, Long>> VERSIONS = new ThreadLocal<>();

    /** Until it is closed, this thread answers one request. */
    public Opened open() {
        VERSIONS.set(new HashMap<>());
        return VERSIONS::remove;
    }

    @Nullable
    Long version(EnterpriseId enterprise) {
        var seen = VERSIONS.get();
        return seen == null ? null : seen.get(enterprise);
    }

    void saw(EnterpriseId enterprise, long version) {
        var seen = VERSIONS.get();
        if (seen != null) seen.put(enterprise, version);
    }

    /** From here on every transaction of this request asks for itself. */
    void end() {
        VERSIONS.remove();
    }

    /** A request that is being answered. */
    public interface Opened extends AutoCloseable {
        @Override
        void close();
    }
}
