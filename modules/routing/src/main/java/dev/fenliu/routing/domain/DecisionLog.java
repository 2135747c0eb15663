package dev.fenliu.routing.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.domain.Decisions.Logged;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every decision, to be read through: of a shop or about a conversation. */
public interface DecisionLog {
    /** The newest first, those that are wanted, at most that many. One statement. */
    List<Entry> read(EnterpriseId enterprise, ShopId shop, Wanted wanted, int limit);

    /** Those about that conversation: the newest first, below that place, at most that many. One statement. */
    List<Entry> of(EnterpriseId enterprise, ConversationId conversation, @Nullable Place below, int limit);

    /** Those conversations of the shop that first asked in that time, the oldest first, at most that many. One statement. */
    List<Beginning> beginnings(EnterpriseId enterprise, ShopId shop, Instant from, Instant until, int limit);

    /**
     * How a conversation came to its first agent.
     *
     * @param assignedAt null if it never has
     */
    record Beginning(ConversationId conversation, @Nullable Instant assignedAt) {}

    /** A decision and its place in the log. */
    record Entry(Place place, Logged decision) {}

    /**
     * Which decisions somebody wants to read; what is null does not matter.
     *
     * @param until before then
     * @param below older than that place
     */
    record Wanted(
            @Nullable MemberId agent,
            @Nullable Reason reason,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Place below) {}

    /** Where a decision stands in the log: decisions of one batch have one moment. */
    record Place(Instant at, long id) {
        private static final Pattern SHAPE = Pattern.compile("(\\d{1,12})\\.(\\d{1,9})-(\\d{1,20})");

        /** Reads what {@link #toString} writes. Throws {@link NumberFormatException} for anything else. */
        public static Place of(String text) {
            var parts = SHAPE.matcher(text);
            if (!parts.matches()) {
                throw new NumberFormatException("no place in the log: " + text);
            }
            var at = Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
            return new Place(at, Long.parseUnsignedLong(parts.group(3)));
        }

        @Override
        public String toString() {
            return at.getEpochSecond() + "." + at.getNano() + "-" + Long.toUnsignedString(id);
        }
    }
}
