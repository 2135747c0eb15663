package dev.fenliu.analytics.application;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.WorkFloor;
import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.Calendar;
import dev.fenliu.analytics.domain.Dashboard;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.analytics.domain.Readings;
import dev.fenliu.analytics.domain.Roster;
import dev.fenliu.routing.Desks;
import dev.fenliu.routing.Staging;
import dev.fenliu.webchat.OpenConversations;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the live dashboard (即時儀錶板), in a fixed number of statements however many shops and people there are. */
@Service
public class WatchPerformance {
    private final Scopes scopes;
    private final Directory directory;
    private final Facts facts;
    private final Desks desks;
    private final WorkFloor floor;
    private final Staging staging;
    private final OpenConversations conversations;

    WatchPerformance(
            Scopes scopes,
            Directory directory,
            Facts facts,
            Desks desks,
            WorkFloor floor,
            Staging staging,
            OpenConversations conversations) {
        this.scopes = scopes;
        this.directory = directory;
        this.facts = facts;
        this.desks = desks;
        this.floor = floor;
        this.staging = staging;
        this.conversations = conversations;
    }

    /**
     * The board as of now.
     *
     * @param shop id or name of the only shop to count; null for all that the actor may see
     * @param date the day to count, such as {@code 2026-03-19}; null for today
     */
    @Transactional(readOnly = true)
    public Board look(Actor actor, @Nullable String shop, @Nullable String date, Instant now) {
        var scope = scopes.of(actor, shop);
        var home = scope.only() == null
                ? directory.enterprise(actor.enterprise()).zone()
                : scope.only().zone();
        var calendar = Calendar.asked(date, now, home);
        var day = calendar.day(home);
        var days = new HashSet<>(Set.of(day));
        scope.shops().forEach(each -> days.add(calendar.day(each.zone())));

        var dashboard = new Dashboard(readings(actor.enterprise(), days, now), roster(actor.enterprise(), scope));
        return new Board(
                now,
                day,
                scope.onlyOwn(),
                scope.only(),
                scope.onlyOwn() ? own(dashboard, actor, scope, day) : dashboard.agents(scope.shops(), day),
                scope.onlyOwn()
                        ? List.of()
                        : scope.shops().stream()
                                .map(each -> dashboard.shop(each, calendar.day(each.zone())))
                                .toList(),
                scope.choosable());
    }

    private List<AgentRow> own(Dashboard dashboard, Actor actor, Scope scope, Day day) {
        return directory.member(actor.enterprise(), actor.me()).stream()
                .map(me -> dashboard.own(me, scope.shops(), day))
                .toList();
    }

    private Roster roster(EnterpriseId enterprise, Scope scope) {
        var answering = new HashMap<ShopId, Set<MemberId>>();
        for (Shop shop : scope.shops()) {
            answering.put(
                    shop.id(),
                    directory.membersWith(enterprise, Permission.CHAT, shop.id()).stream()
                            .map(Member::id)
                            .collect(toSet()));
        }
        return new Roster(directory.members(enterprise), answering);
    }

    private Readings readings(EnterpriseId enterprise, Set<Day> days, Instant now) {
        var begin = days.stream().map(Day::begins).min(naturalOrder()).orElseThrow();
        var end = days.stream().map(Day::ends).max(naturalOrder()).orElseThrow();
        var live = days.stream().anyMatch(day -> day.includes(now));
        return new Readings(
                now,
                facts.closings(enterprise, days),
                desks.stretches(enterprise, begin, end.isAfter(now) ? now : end),
                live ? conversations.count(enterprise) : List.of(),
                live ? staging.waiting(enterprise) : Map.of(),
                live ? floor.of(enterprise) : Map.of());
    }
}
