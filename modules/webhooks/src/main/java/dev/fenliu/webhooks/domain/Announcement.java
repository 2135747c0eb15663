package dev.fenliu.webhooks.domain;

import dev.fenliu.accounts.EnterpriseId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What programs are told of one fact: ids and values, never what somebody wrote or is called.
 *
 * @param data in the order in which it is written
 */
public record Announcement(EnterpriseId enterprise, Topic topic, Map<String, Object> data, Instant at) {
    public Announcement {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** With one value more; what is null is left out. */
    Announcement with(String name, @Nullable Object value) {
        if (value == null) return this;
        var more = new LinkedHashMap<>(data);
        more.put(name, value instanceof Number || value instanceof Boolean ? value : value.toString());
        return new Announcement(enterprise, topic, more, at);
    }
}
