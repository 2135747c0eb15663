package dev.fenliu.analytics.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.Desks.Stretch;
import dev.fenliu.webchat.OpenConversations.Count;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The live dashboard (即時儀錶板): the readings of one moment, as rows of people and of shops (rules 8). */
public final class Dashboard {
    private final Readings readings;
    private final Roster roster;
    private final Map<MemberId, List<Stretch>> stretches;
    private final Map<MemberId, List<Count>> openByOwner;
    private final Map<ShopId, List<Count>> openByShop;
    private final Map<Day, Map<MemberId, List<Counted>>> byMember = new HashMap<>();
    private final Map<Day, Map<ShopId, List<Counted>>> byShop = new HashMap<>();
    private final Map<Day, Map<MemberId, Timeline>> timelines = new HashMap<>();
    private final Map<Day, Map<MemberId, Hours>> hours = new HashMap<>();

    public Dashboard(Readings readings, Roster roster) {
        this.readings = readings;
        this.roster = roster;
        this.stretches = readings.stretches().stream().collect(groupingBy(Stretch::member));
        this.openByOwner = readings.open().stream().collect(groupingBy(Count::owner));
        this.openByShop = readings.open().stream().collect(groupingBy(Count::shop));
    }

    /**
     * A row for everybody who may answer in one of these shops, and for whoever else has conversations there to account
     * for; so the rows of one shop on its own day, and what nobody has had yet, add up to that shop's row.
     */
    public List<AgentRow> agents(Collection<Shop> shops, Day day) {
        return agents(shops, day, timed(shops, day));
    }

    /** The same of all shops that there are: on a day gone by, a row also for whoever was there and had nothing to do. */
    public List<AgentRow> everybody(Collection<Shop> shops, Day day) {
        var timed = timed(shops, day);
        if (!isLive(day)) {
            roster.people().stream()
                    .map(Member::id)
                    .filter(member -> !hours(day, member).equals(Hours.NONE))
                    .forEach(timed::add);
        }
        return agents(shops, day, timed);
    }

    private List<AgentRow> agents(Collection<Shop> shops, Day day, Set<MemberId> timed) {
        var counted = ids(shops);
        return roster.people().stream()
                .map(member -> agent(member, counted, day, timed.contains(member.id())))
                .filter(row ->
                        timed.contains(row.member().id()) || row.figures().tellSomething())
                .toList();
    }

    // Who might answer on a day gone by is not kept: whoever may now did, and whoever had something to do there.
    private Set<MemberId> timed(Collection<Shop> shops, Day day) {
        var timed = new HashSet<>(roster.answeringIn(shops));
        if (!isLive(day)) {
            shops.stream()
                    .flatMap(shop -> byShop(day).getOrDefault(shop.id(), List.of()).stream())
                    .flatMap(counted -> Stream.ofNullable(counted.member()))
                    .forEach(timed::add);
        }
        return timed;
    }

    /** One's own row, which is there whatever one may do in these shops. */
    public AgentRow own(Member member, Collection<Shop> shops, Day day) {
        return agent(member, ids(shops), day, true);
    }

    /** The shop's row: what its conversations and its agents add up to. */
    public ShopRow shop(Shop shop, Day day) {
        var answering = roster.answeringIn(List.of(shop));
        var total = timed(List.of(shop), day).stream()
                .map(member -> hours(day, member))
                .reduce(Hours.NONE, Hours::plus);
        return new ShopRow(
                shop,
                answering.size(),
                isLive(day) ? online(answering) : null,
                isLive(day) ? readings.waiting().get(shop.id()) : null,
                figures(
                        day,
                        byShop(day).getOrDefault(shop.id(), List.of()),
                        openByShop.getOrDefault(shop.id(), List.of()),
                        total));
    }

    private AgentRow agent(Member member, Set<ShopId> shops, Day day, boolean timed) {
        var id = member.id();
        var happened = byMember(day).getOrDefault(id, List.of()).stream()
                .filter(it -> shops.contains(it.shop()))
                .toList();
        var open = openByOwner.getOrDefault(id, List.of()).stream()
                .filter(it -> shops.contains(it.shop()))
                .toList();
        return new AgentRow(
                member,
                isLive(day) ? readings.presence(id) : null,
                timed ? timeline(day, id) : new Timeline(day, List.of()),
                figures(day, happened, open, timed ? hours(day, id) : null));
    }

    private Figures figures(Day day, List<Counted> happened, List<Count> open, @Nullable Hours hours) {
        return new Figures(
                Tally.sum(happened.stream().map(Counted::tally).toList()),
                isLive(day) ? open.stream().mapToInt(Count::read).sum() : null,
                isLive(day) ? open.stream().mapToInt(Count::unread).sum() : null,
                hours);
    }

    private Map<MemberId, List<Counted>> byMember(Day day) {
        return byMember.computeIfAbsent(
                day,
                it -> readings.on(it).stream()
                        .filter(counted -> counted.member() != null)
                        .collect(groupingBy(counted -> Objects.requireNonNull(counted.member()))));
    }

    private Map<ShopId, List<Counted>> byShop(Day day) {
        return byShop.computeIfAbsent(day, it -> readings.on(it).stream().collect(groupingBy(Counted::shop)));
    }

    private Hours hours(Day day, MemberId member) {
        return hours.computeIfAbsent(day, it -> new HashMap<>())
                .computeIfAbsent(member, it -> Hours.of(timeline(day, it)));
    }

    private Timeline timeline(Day day, MemberId member) {
        return timelines
                .computeIfAbsent(day, it -> new HashMap<>())
                .computeIfAbsent(member, it -> Timeline.of(day, stretches.getOrDefault(it, List.of())));
    }

    private int online(Set<MemberId> members) {
        return Math.toIntExact(members.stream()
                .filter(member -> readings.presence(member) == Presence.ONLINE)
                .count());
    }

    // What is open or waits is known of now alone.
    private boolean isLive(Day day) {
        return day.includes(readings.now());
    }

    private static Set<ShopId> ids(Collection<Shop> shops) {
        return shops.stream().map(Shop::id).collect(toSet());
    }
}
