package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are meant.
 *
 * @param spans from when to when, for the shops of each time zone
 * @param source where their conversations started; null for everywhere
 */
public record Reach(
        List<Span> spans, Credited credited, @Nullable ChatSource source) {
    /** The same days of some shops. */
    public record Span(Set<ShopId> shops, Instant from, Instant until) {
        public static Span of(Collection<ShopId> shops, Period period, ZoneId zone) {
            return new Span(
                    Set.copyOf(shops), new Day(period.from(), zone).begins(), new Day(period.to(), zone).ends());
        }
    }

    /** Spans without a shop mean nothing. */
    public Reach {
        spans = spans.stream().filter(span -> !span.shops().isEmpty()).toList();
    }

    /** Whether what was counted there is counted of them; the days are not looked at. */
    public boolean includes(Counted counted) {
        return spans.stream().anyMatch(span -> span.shops().contains(counted.shop()))
                && credited.includes(counted.shop(), counted.member())
                && (source == null || source == counted.source());
    }
}
