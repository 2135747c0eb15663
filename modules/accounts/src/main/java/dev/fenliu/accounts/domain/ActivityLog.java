package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The activity log (活動紀錄): lines are added, never changed. */
public interface ActivityLog {
    void add(long id, Activity activity);

    /** Newest first. */
    List<Line> lines(EnterpriseId enterprise, Sight sight, Filter filter, int limit);

    /** What has ever been done, among the lines that somebody may see. */
    List<String> actions(EnterpriseId enterprise, Sight sight);

    /**
     * Whose lines somebody may see: their own and those of the shops, unless all.
     *
     * @param all then the others do not matter
     */
    record Sight(boolean all, @Nullable MemberId own, Set<ShopId> shops) {
        public static final Sight ALL = new Sight(true, null, Set.of());
    }

    /** What to look for; null means any. Times are inclusive at the start, exclusive at the end. */
    record Filter(
            @Nullable MemberId member,
            @Nullable String action,
            @Nullable ShopId shop,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long before) {
        public Filter below(long line) {
            return new Filter(member, action, shop, from, to, line);
        }
    }

    /** One line as it was written. */
    record Line(
            long id,
            Instant at,
            @Nullable MemberId member,
            String actor,
            String address,
            String action,
            String subject,
            @Nullable ShopId shop,
            Map<String, String> before,
            Map<String, String> after) {}
}
