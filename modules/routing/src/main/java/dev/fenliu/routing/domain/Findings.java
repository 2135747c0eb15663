package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a what-if.
 *
 * @param chats how many came
 * @param assigned how many got an agent
 * @param waiting how many are in the staging area in the end
 * @param shares of everybody who may answer in the shop, the oldest account first
 * @param reasons how often each row decided; a chat that waited was decided twice at least
 */
public record Findings(
        int chats, int assigned, int waiting, List<Share> shares, Waits waits, Map<Reason, Integer> reasons) {
    /**
     * What one agent got.
     *
     * @param group what their group is called; null if they are in none
     * @param maxLoad the most that they had unread at one time
     * @param unread what they have unread in the end
     * @param online how long they were there
     */
    public record Share(
            MemberId member, @Nullable String group, int assigned, int maxLoad, int unread, Duration online) {}

    /**
     * How long chats took to get an agent, those included that took no time; null if none got one.
     *
     * @param staged how many went into the staging area
     * @param neverAssigned how many got nobody, whether they wait or are held
     */
    public record Waits(
            @Nullable Duration median,
            @Nullable Duration p90,
            @Nullable Duration longest,
            int staged,
            int neverAssigned) {
        static Waits of(List<Duration> waited, int staged, int neverAssigned) {
            var sorted = waited.stream().sorted().toList();
            return new Waits(
                    percentile(sorted, 50), percentile(sorted, 90), percentile(sorted, 100), staged, neverAssigned);
        }

        /** The shortest that so many of a hundred did not exceed. */
        private static @Nullable Duration percentile(List<Duration> sorted, int percent) {
            return sorted.isEmpty() ? null : sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
        }
    }
}
