package dev.fenliu.analytics.application;

import static java.util.Comparator.naturalOrder;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.accounts.WorkFloor;
import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.Calendar;
import dev.fenliu.analytics.domain.Counted;
import dev.fenliu.analytics.domain.Dashboard;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.analytics.domain.Readings;
import dev.fenliu.analytics.domain.Roster;
import dev.fenliu.routing.Desks;
import dev.fenliu.routing.Staging;
import dev.fenliu.webchat.OpenConversations;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the live dashboard (即時儀錶板), in a fixed number of statements however many shops, people and viewers. */
@Service
public class WatchPerformance {
    private final Scopes scopes;
    private final Directory directory;
    private final Facts facts;
    private final Desks desks;
    private final WorkFloor floor;
    private final Staging staging;
    private final OpenConversations conversations;
    private final LatestReadings latest;

    WatchPerformance(
            Scopes scopes,
            Directory directory,
            Facts facts,
            Desks desks,
            WorkFloor floor,
            Staging staging,
            OpenConversations conversations,
            LatestReadings latest) {
        this.scopes = scopes;
        this.directory = directory;
        this.facts = facts;
        this.desks = desks;
        this.floor = floor;
        this.staging = staging;
        this.conversations = conversations;
        this.latest = latest;
    }

    /**
     * The board as of now.
     *
     * @param shop id or name of the only shop to count; null for all that the actor may see
     * @param date the day to count, such as {@code 2026-03-19}; null for today
     */
    @Transactional(readOnly = true)
    public Board look(Actor actor, @Nullable String shop, @Nullable String date, Instant now) {
        var sight = sight(actor, shop, date, now);
        var readings = readings(actor.enterprise(), days(List.of(sight)), now, facts::on);
        return reading(actor.enterprise(), List.of(sight), readings).board(actor, sight);
    }

    /** The board of today as its page shows it, of the waits only each conversation's first. It may be a second old. */
    @Transactional(readOnly = true)
    public Board glance(Viewer viewer, Instant now) {
        return today(viewer, now, latest::recent);
    }

    /** The same with all that happened on this instance. */
    @Transactional(readOnly = true)
    public Board refresh(Viewer viewer, Instant now) {
        return today(viewer, now, latest::current);
    }

    private Board today(Viewer viewer, Instant now, Latest which) {
        var sight = sight(viewer.actor(), viewer.shop(), null, now);
        return reading(viewer.actor().enterprise(), List.of(sight), now, which).board(viewer.actor(), sight);
    }

    /** Refuses whoever may not look at that shop. */
    @Transactional(readOnly = true)
    public void requireViewer(Viewer viewer) {
        scopes.of(viewer.actor(), viewer.shop());
    }

    /**
     * Everybody's board of today as their pages show it, from one reading with all that happened on this instance. Whoever
     * may not look any more is absent.
     */
    @Transactional(readOnly = true)
    public Map<Viewer, Board> lookTogether(EnterpriseId enterprise, Collection<Viewer> viewers, Instant now) {
        var sights = new LinkedHashMap<Viewer, Sight>();
        for (var viewer : viewers) {
            try {
                if (directory.member(enterprise, viewer.actor().me()).stream().anyMatch(Member::active)) {
                    sights.put(viewer, sight(viewer.actor(), viewer.shop(), null, now));
                }
            } catch (UnknownShop gone) {
                // The viewer has lost the right to look at it.
            }
        }
        if (sights.isEmpty()) {
            return Map.of();
        }
        var reading = reading(enterprise, sights.values(), now, latest::current);
        return sights.entrySet().stream()
                .collect(
                        toMap(Map.Entry::getKey, it -> reading.board(it.getKey().actor(), it.getValue())));
    }

    private record Sight(Scope scope, Calendar calendar, Day day) {}

    private Sight sight(Actor actor, @Nullable String shop, @Nullable String date, Instant now) {
        var scope = scopes.of(actor, shop);
        var calendar = Calendar.asked(date, now, scope.latest(now));
        return new Sight(scope, calendar, calendar.day(scope.home()));
    }

    private interface Latest {
        Readings of(EnterpriseId enterprise, Set<Day> days, Instant now, Supplier<Readings> read);
    }

    private Reading reading(EnterpriseId enterprise, Collection<Sight> sights, Instant now, Latest which) {
        var days = days(sights);
        return reading(
                enterprise,
                sights,
                which.of(enterprise, days, now, () -> readings(enterprise, days, now, facts::shown)));
    }

    private static Set<Day> days(Collection<Sight> sights) {
        var days = new HashSet<Day>();
        for (var sight : sights) {
            days.add(sight.day());
            sight.scope().shops().forEach(shop -> days.add(sight.calendar().day(shop.zone())));
        }
        return days;
    }

    private Reading reading(EnterpriseId enterprise, Collection<Sight> sights, Readings readings) {
        var shops = sights.stream().flatMap(it -> it.scope().shops().stream()).collect(toSet());
        return new Reading(readings.now(), new Dashboard(readings, roster(enterprise, shops)));
    }

    private final class Reading {
        private final Instant now;
        private final Dashboard dashboard;

        Reading(Instant now, Dashboard dashboard) {
            this.now = now;
            this.dashboard = dashboard;
        }

        Board board(Actor actor, Sight sight) {
            var scope = sight.scope();
            return new Board(
                    now,
                    sight.day(),
                    scope.onlyOwn(),
                    scope.only(),
                    people(actor, sight),
                    scope.onlyOwn()
                            ? List.of()
                            : scope.shops().stream()
                                    .map(shop -> dashboard.shop(
                                            shop, sight.calendar().day(shop.zone())))
                                    .toList(),
                    scope.choosable(),
                    scope.onlyOwn() ? Set.of() : allowing(actor, Permission.VIEW_ALL_CHATS),
                    scope.onlyOwn() ? Set.of() : allowing(actor, Permission.REASSIGN));
        }

        private List<AgentRow> people(Actor actor, Sight sight) {
            var scope = sight.scope();
            if (scope.onlyOwn()) {
                return own(actor, sight);
            }
            return scope.whole()
                    ? dashboard.everybody(scope.shops(), sight.day())
                    : dashboard.agents(scope.shops(), sight.day());
        }

        private List<AgentRow> own(Actor actor, Sight sight) {
            return directory.member(actor.enterprise(), actor.me()).stream()
                    .map(me -> dashboard.own(me, sight.scope().shops(), sight.day()))
                    .toList();
        }
    }

    private Set<ShopId> allowing(Actor actor, Permission what) {
        return scopes.shopsAllowing(actor, what).stream().map(Shop::id).collect(toSet());
    }

    private Roster roster(EnterpriseId enterprise, Set<Shop> shops) {
        var answering = new HashMap<ShopId, Set<MemberId>>();
        for (var shop : shops) {
            answering.put(
                    shop.id(),
                    directory.membersWith(enterprise, Permission.CHAT, shop.id()).stream()
                            .map(Member::id)
                            .collect(toSet()));
        }
        return new Roster(directory.members(enterprise), answering);
    }

    private Readings readings(
            EnterpriseId enterprise, Set<Day> days, Instant now, BiFunction<EnterpriseId, Day, List<Counted>> counted) {
        var begin = days.stream().map(Day::begins).min(naturalOrder()).orElseThrow();
        var end = days.stream().map(Day::ends).max(naturalOrder()).orElseThrow();
        var live = days.stream().anyMatch(day -> day.includes(now));
        return new Readings(
                now,
                days.stream().collect(toMap(identity(), day -> counted.apply(enterprise, day))),
                desks.stretches(enterprise, begin, end.isAfter(now) ? now : end),
                live ? conversations.count(enterprise) : List.of(),
                live ? staging.waiting(enterprise) : Map.of(),
                live ? floor.of(enterprise) : Map.of());
    }
}
