package dev.fenliu.app.schedule;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.LongWork;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Long work for tests: counts to three. */
@Component
class Counting implements LongWork {
    static final String KIND = "counting";
    static final int END = 3;

    private final Map<Long, Integer> counted = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean goOn(EnterpriseId enterprise, long job, Instant now) {
        return counted.merge(job, 1, Integer::sum) < END;
    }

    @Override
    public void giveUp(EnterpriseId enterprise, long job, Instant now) {
        counted.put(job, Integer.MAX_VALUE);
    }

    int counted(long job) {
        return counted.getOrDefault(job, 0);
    }
}
