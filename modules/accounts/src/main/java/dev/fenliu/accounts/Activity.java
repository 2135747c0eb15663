package dev.fenliu.accounts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the activity log: who did what to what, and what it was before and after.
 *
 * @param action a code such as {@code group-created}; the message bundles hold its words under {@code activity.<action>}
 * @param subject what it was done to, as people call it
 * @param shop where, if in one shop
 * @param before the values that changed, as they were; empty for a creation
 * @param after the values that changed, as they are; empty for a deletion
 */
public record Activity(
        Actor actor,
        String action,
        String subject,
        @Nullable ShopId shop,
        Map<String, String> before,
        Map<String, String> after,
        Instant occurredAt) {}
