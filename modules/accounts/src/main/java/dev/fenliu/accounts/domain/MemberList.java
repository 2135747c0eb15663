package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.AtWork;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an enterprise as somebody looks through them. */
public record MemberList(EnterpriseSnapshot enterprise, Map<MemberId, AtWork> floor) {
    /** Those between the cursor and the end of the page; who comes or goes meanwhile moves nobody to another page twice. */
    public Slice page(MemberQuery query, int size) {
        var order = order(query);
        var found = enterprise.members().stream()
                .filter(it -> fits(it, query))
                .sorted(order)
                .toList();
        var cursor =
                query.after() == null ? null : enterprise.member(query.after()).orElse(null);
        return query.backwards() ? before(found, cursor, order, size) : after(found, cursor, order, size);
    }

    /** One page of those that were found, and whether there are more on either side. */
    public record Slice(List<Member> members, int found, boolean hasBefore, boolean hasAfter) {}

    public Presence presence(MemberId member) {
        var seen = floor.get(member);
        return seen == null ? Presence.OFFLINE : seen.presence();
    }

    public @Nullable Instant lastSeen(MemberId member) {
        var seen = floor.get(member);
        return seen == null ? null : seen.lastSeen();
    }

    private static Slice after(List<Member> found, @Nullable Member cursor, Comparator<Member> order, int size) {
        var left = cursor == null
                ? found
                : found.stream().filter(it -> order.compare(it, cursor) > 0).toList();
        var page = left.subList(0, Math.min(size, left.size()));
        return new Slice(List.copyOf(page), found.size(), left.size() < found.size(), left.size() > size);
    }

    private static Slice before(List<Member> found, @Nullable Member cursor, Comparator<Member> order, int size) {
        var left = cursor == null
                ? found
                : found.stream().filter(it -> order.compare(it, cursor) < 0).toList();
        var page = left.subList(Math.max(0, left.size() - size), left.size());
        return new Slice(List.copyOf(page), found.size(), left.size() > size, left.size() < found.size());
    }

    private boolean fits(Member member, MemberQuery query) {
        var grants = enterprise.grantsOf(member.id());
        return (query.active() == null || query.active() == member.active())
                && (query.presence() == null || query.presence() == presence(member.id()))
                && (query.finds(member.name()) || query.finds(member.login()))
                && ((query.shop() == null && query.role() == null)
                        || grants.stream().anyMatch(it -> fits(it, query)));
    }

    private static boolean fits(Grant grant, MemberQuery query) {
        return (query.role() == null || query.role().equals(grant.role()))
                && (query.shop() == null || grant.everywhere() || query.shop().equals(grant.shop()));
    }

    private Comparator<Member> order(MemberQuery query) {
        var by = new ArrayList<Comparator<Member>>();
        switch (query.sort()) {
            case CREATED -> {}
            case NAME -> by.add(Comparator.comparing(Member::name, Collator.getInstance(Locale.TAIWAN)));
            case LOGIN -> by.add(Comparator.comparing(Member::login));
            case SEEN ->
                by.add(Comparator.comparing(
                        it -> lastSeen(it.id()), Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));
        }
        // The same for all is the order of creation, so that nobody stands in two places.
        var ties = Comparator.comparing(Member::createdAt)
                .thenComparing(it -> it.id().value(), Long::compareUnsigned);
        var order = by.isEmpty() ? ties : by.getFirst().thenComparing(ties);
        return query.descending() ? order.reversed() : order;
    }
}
