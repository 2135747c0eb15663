package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.VIEW_ACTIVITY;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Loggable;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.domain.ActivityLog;
import dev.fenliu.accounts.domain.ActivityLog.Filter;
import dev.fenliu.accounts.domain.ActivityLog.Line;
import dev.fenliu.accounts.domain.ActivityLog.Sight;
import java.util.List;
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
}
