package dev.fenliu.routing;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What waits in the staging area (暫存區). */
public interface Staging {
    /** By shop; a shop where nothing waits is absent. */
    Map<ShopId, Waiting> waiting(EnterpriseId enterprise);

    /** In that shop; empty if nothing waits there. One statement. */
    Optional<Waiting> waiting(EnterpriseId enterprise, ShopId shop);

    /** The queue of that shop: the oldest first, those after a place in it, at most that many. One statement. */
    List<Place> queue(EnterpriseId enterprise, ShopId shop, @Nullable Place after, int limit);

    /** How many wait, at least one, and since when the oldest. */
    record Waiting(int conversations, Instant oldestSince) {}

    /** Where a conversation stands in the queue: since when it waits, and which it is. */
    record Place(Instant since, ConversationId conversation) {
        private static final Pattern SHAPE = Pattern.compile("(\\d{1,12})\\.(\\d{1,9})-(\\d{1,20})");

        /** Reads what {@link #toString} writes. Throws {@link NumberFormatException} for anything else. */
        public static Place of(String text) {
            var parts = SHAPE.matcher(text);
            if (!parts.matches()) {
                throw new NumberFormatException("no place in a queue: " + text);
            }
            var since = Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
            return new Place(since, ConversationId.of(parts.group(3)));
        }

        @Override
        public String toString() {
            return since.getEpochSecond() + "." + since.getNano() + "-" + conversation;
        }
    }
}
