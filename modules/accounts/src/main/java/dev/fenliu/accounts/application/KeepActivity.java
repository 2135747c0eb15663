package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.VIEW_ACTIVITY;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Loggable;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.domain.ActivityLog;
import dev.fenliu.accounts.domain.ActivityLog.Filter;
import dev.fenliu.accounts.domain.ActivityLog.Line;
import dev.fenliu.accounts.domain.ActivityLog.Sight;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who did what, and shows it (活動紀錄). */
@Service
public class KeepActivity {
    /** A line of the log is written when everything that it tells of is. */
    private static final int LAST = 10_000;

    private final ActivityLog log;
    private final CurrentSnapshots snapshots;
    private final Ids ids;

    KeepActivity(ActivityLog log, CurrentSnapshots snapshots, Ids ids) {
        this.log = log;
        this.snapshots = snapshots;
        this.ids = ids;
    }

    @EventListener
    @Order(LAST)
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Loggable fact) {
        log.add(ids.next(), fact.activity());
    }

    /** Newest first. Members see their own lines and those of the shops where they may see others'. */
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, Filter filter, int limit) {
        return log.lines(actor.enterprise(), sightOf(actor), filter, limit);
    }

    /** One page of {@link #lines} with where it happened, and what the lines can be sifted by. */
    @Transactional(readOnly = true)
    public Page page(Actor actor, Filter filter, int size) {
        var enterprise = snapshots.of(actor.enterprise());
        var sight = sightOf(actor);
        var entries = entries(actor, filter, size + 1);
        var others = sight.all() || !sight.shops().isEmpty();
        return new Page(
                entries.stream().limit(size).toList(),
                entries.size() > size,
                others ? enterprise.members() : List.of(),
                sight.all() ? enterprise.shops() : enterprise.shopsOf(actor.me()),
                log.actions(actor.enterprise(), sight));
    }

    /** {@link #lines} with where it happened. */
    @Transactional(readOnly = true)
    public List<Entry> entries(Actor actor, Filter filter, int limit) {
        var enterprise = snapshots.of(actor.enterprise());
        return log.lines(actor.enterprise(), sightOf(actor), filter, limit).stream()
                .map(it -> new Entry(
                        it,
                        Optional.ofNullable(it.shop())
                                .flatMap(enterprise::shop)
                                .map(Shop::name)
                                .orElse("")))
                .toList();
    }

    /** Where the days begin that lines are looked for by. */
    @Transactional(readOnly = true)
    public ZoneId zone(Actor actor) {
        return snapshots.of(actor.enterprise()).enterprise().zone();
    }

    private Sight sightOf(Actor actor) {
        var member = actor.member();
        if (member == null) return Sight.ALL;
        var enterprise = snapshots.of(actor.enterprise());
        if (enterprise.allowsEverywhere(member, VIEW_ACTIVITY)) return Sight.ALL;
        var shops = enterprise.shopsAllowing(member, VIEW_ACTIVITY).stream()
                .map(Shop::id)
                .collect(toUnmodifiableSet());
        return new Sight(false, member, shops);
    }

    /**
     * A line and where it happened.
     *
     * @param shop empty for the whole enterprise
     */
    public record Entry(Line line, String shop) {}

    /**
     * What somebody sees of the log at a time.
     *
     * @param members whose lines may be among them; nobody if they are all one's own
     */
    public record Page(
            List<Entry> entries, boolean more, List<Member> members, List<Shop> shops, List<String> actions) {}
}
