package dev.fenliu.app.schedule;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.LongWork;
import org.springframework.beans.factory.ObjectProvider;

/** What a job is called in the table. */
record JobName(String kind, EnterpriseId enterprise, long job) {
    /** One for all kinds. */
    static final String TASK = "job";

    static JobName of(String stored) {
        var parts = stored.split(":", 3);
        return new JobName(parts[0], EnterpriseId.of(parts[1]), Long.parseUnsignedLong(parts[2]));
    }

    LongWork kindAmong(ObjectProvider<LongWork> kinds) {
        return kinds.stream()
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does " + kind));
    }

    @Override
    public String toString() {
        return kind + ":" + enterprise + ":" + Long.toUnsignedString(job);
    }
}
