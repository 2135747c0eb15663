package dev.fenliu.analytics.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.analytics.application.Details.About;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Credited;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.analytics.domain.Deeds;
import dev.fenliu.analytics.domain.Excerpt;
import dev.fenliu.analytics.domain.Face;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Reach;
import dev.fenliu.analytics.domain.Reach.Span;
import dev.fenliu.analytics.domain.Summing;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.UnknownRow;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.ConversationNames;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what stands behind a figure of the statistics: the facts one by one, as many as the figure says (rules 8). */
@Service
public class ReadDetails {
    private final Scopes scopes;
    private final History history;
    private final Deeds deeds;
    private final Directory directory;
    private final ChatGroups groups;
    private final ConversationNames conversations;
    private final Permissions permissions;

    ReadDetails(
            Scopes scopes,
            History history,
            Deeds deeds,
            Directory directory,
            ChatGroups groups,
            ConversationNames conversations,
            Permissions permissions) {
        this.scopes = scopes;
        this.history = history;
        this.deeds = deeds;
        this.directory = directory;
        this.groups = groups;
        this.conversations = conversations;
        this.permissions = permissions;
    }

    /** A row of figures: what it is about, and whose facts it counts. */
    private record Row(
            @Nullable About about,
            Credited credited,
            @Nullable ChatSource source) {}

    /**
     * A part of the facts behind that figure.
     *
     * @param page which part, from 1; the last one if there are not so many
     * @param most how many facts a part has
     */
    @Transactional(readOnly = true)
    public Details look(Actor actor, DetailsWish wish, int page, int most, Instant now) {
        var scope = scope(actor, wish);
        var by = scope.onlyOwn() ? By.AGENTS : wish.by();
        var row = row(actor, scope, by, wish.row());
        var home = home(actor, scope);
        var period = Period.asked(wish.from(), wish.to(), Day.at(now, home).date());
        var zones = by == By.SHOPS
                ? scope.shops().stream().collect(groupingBy(Shop::zone, mapping(Shop::id, toSet())))
                : Map.of(home, scope.shops().stream().map(Shop::id).collect(toSet()));
        var reach = new Reach(
                zones.entrySet().stream()
                        .map(it -> Span.of(it.getValue(), period, it.getKey()))
                        .toList(),
                row.credited(),
                row.source());
        var figures = figures(actor.enterprise(), zones, reach, period, now);
        if (row.credited() instanceof Credited.Only(var member) && member != null) {
            requireKnown(actor, scope, member, figures);
        }
        var found = wish.behind().figure(figures);
        var part = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(found, most)));
        var excerpt = new Excerpt(wish.order(), (part - 1) * most, most);
        var shown = deeds.some(actor.enterprise(), reach, wish.behind(), excerpt);
        var overseen = scope.shops().stream()
                .map(Shop::id)
                .filter(shop -> permissions.allow(actor, Permission.VIEW_ALL_CHATS, shop))
                .collect(toSet());
        return new Details(
                by,
                row.about(),
                scope.only(),
                scope.onlyOwn(),
                period,
                home,
                figures,
                wish.behind(),
                shown,
                excerpt,
                actor.member(),
                scope.shops().stream().collect(toMap(Shop::id, identity())),
                directory.members(actor.enterprise()).stream().collect(toMap(Member::id, identity())),
                overseen,
                names(
                        actor.enterprise(),
                        shown,
                        deed -> overseen.contains(deed.shop()) || Objects.equals(deed.member(), actor.member())));
    }

    /** The days that are meant; refused if they cannot be told, or the row not to the actor. */
    @Transactional(readOnly = true)
    public Period period(Actor actor, DetailsWish wish, Instant now) {
        return look(actor, wish, 1, 1, now).period();
    }

    private Scope scope(Actor actor, DetailsWish wish) {
        return scopes.of(actor, wish.by() == By.SHOPS && wish.row() != null ? wish.row() : wish.shop());
    }

    private ZoneId home(Actor actor, Scope scope) {
        return scope.only() == null
                ? directory.enterprise(actor.enterprise()).zone()
                : scope.only().zone();
    }

    private Row row(Actor actor, Scope scope, By by, @Nullable String id) {
        if (scope.onlyOwn()) {
            return own(actor, by == By.AGENTS ? id : null);
        }
        if (id == null) {
            return new Row(null, Credited.ANYBODY, null);
        }
        return switch (by) {
            case SHOPS -> {
                var shop = Objects.requireNonNull(scope.only());
                yield new Row(new About(shop.id().toString(), shop.name(), null), Credited.ANYBODY, null);
            }
            case AGENTS -> id.equals(DetailsWish.NOBODY) ? nobody(new Credited.Only(null)) : person(actor, id);
            case GROUPS -> group(actor.enterprise(), scope, id);
            case SOURCES -> source(id);
        };
    }

    private Row own(Actor actor, @Nullable String id) {
        var me = directory.member(actor.enterprise(), actor.me()).orElseThrow(UnknownMember::new);
        if (id != null && !id.equals(me.id().toString())) {
            throw new UnknownMember();
        }
        return new Row(new About(me.id().toString(), me.name(), null), new Credited.Only(me.id()), null);
    }

    private static Row nobody(Credited credited) {
        return new Row(new About("", null, null), credited, null);
    }

    private Row person(Actor actor, String id) {
        var member = directory.memberNamed(actor.enterprise(), id).orElseThrow(UnknownMember::new);
        return new Row(new About(member.id().toString(), member.name(), null), new Credited.Only(member.id()), null);
    }

    private Row group(EnterpriseId enterprise, Scope scope, String id) {
        var setups = groups.setups(enterprise);
        if (id.equals(DetailsWish.NOBODY)) {
            var grouped = new HashMap<ShopId, Set<MemberId>>();
            setups.forEach((shop, setup) -> {
                var members = new HashSet<MemberId>();
                setup.groups().forEach(group -> members.addAll(group.members()));
                grouped.put(shop, members);
            });
            return nobody(new Credited.Ungrouped(new Credited.Grouped(grouped)));
        }
        return scope.shops().stream()
                .filter(shop -> setups.containsKey(shop.id()))
                .flatMap(shop -> Objects.requireNonNull(setups.get(shop.id())).groups().stream()
                        .filter(group -> group.id().toString().equals(id))
                        .map(group -> group(shop, group)))
                .findFirst()
                .orElseThrow(UnknownRow::new);
    }

    private static Row group(Shop shop, ChatGroup group) {
        return new Row(
                new About(group.id().toString(), group.name(), shop.name()),
                new Credited.Grouped(Map.of(shop.id(), Set.copyOf(group.members()))),
                null);
    }

    private static Row source(String id) {
        var source = ChatSource.coded(id).orElseThrow(UnknownRow::new);
        return new Row(new About(source.name(), null, null), Credited.ANYBODY, source);
    }

    private Tally figures(
            EnterpriseId enterprise, Map<ZoneId, Set<ShopId>> zones, Reach reach, Period period, Instant now) {
        var sum = new Summing();
        var face = reach.source() == null ? Face.PEOPLE : Face.SOURCES;
        zones.forEach((zone, shops) -> history.read(
                enterprise,
                zone,
                period,
                face,
                shops,
                now,
                day -> day.counted().stream().filter(reach::includes).forEach(counted -> sum.add(counted.tally()))));
        return sum.sum().tally();
    }

    // Somebody who answers in none of these shops and never did does not exist for whoever sees only those.
    private void requireKnown(Actor actor, Scope scope, MemberId member, Tally figures) {
        if (!scope.whole()
                && !member.equals(actor.member())
                && !figures.tellsSomething()
                && scope.shops().stream()
                        .flatMap(shop -> directory.membersWith(actor.enterprise(), Permission.CHAT, shop.id()).stream())
                        .noneMatch(it -> it.id().equals(member))) {
            throw new UnknownMember();
        }
    }

    private Map<ConversationId, String> names(EnterpriseId enterprise, List<Deed> shown, Predicate<Deed> readable) {
        var known = shown.stream().filter(readable).map(Deed::conversation).collect(toSet());
        return conversations.names(enterprise, known).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> it.getValue().buyer()));
    }
}
