package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.analytics.application.Details.About;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Credited;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.UnknownRow;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.chatgroups.ChatSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the row of the statistics that somebody follows, within what they see. */
@Component
class FollowRows {
    private final Scopes scopes;
    private final Directory directory;
    private final ChatGroups groups;

    FollowRows(Scopes scopes, Directory directory, ChatGroups groups) {
        this.scopes = scopes;
        this.directory = directory;
        this.groups = groups;
    }

    /** What a row is about, and whose facts it counts. */
    private record Row(
            @Nullable About about,
            Credited credited,
            @Nullable ChatSource source) {}

    /** Throws what says that there is no such row, or none for the actor. */
    FollowedRow of(Actor actor, DetailsWish wish, Instant now) {
        var scope = scopes.of(actor, wish.by() == By.SHOPS && wish.row() != null ? wish.row() : wish.shop());
        var by = scope.onlyOwn() ? By.AGENTS : wish.by();
        var row = scope.onlyOwn() ? own(actor, wish) : row(actor, scope, by, wish.row());
        var today = Day.at(now, scope.home()).date();
        var period = Period.asked(wish.from(), wish.to(), today, scope.latest(now));
        return new FollowedRow(scope, by, row.about(), row.credited(), row.source(), period);
    }

    /**
     * Throws {@link UnknownMember} for somebody who answers in none of the shops and has no figures there: for whoever sees
     * only those they do not exist.
     */
    void requireKnown(Actor actor, FollowedRow row, Map<Behind, Integer> figures) {
        if (row.credited() instanceof Credited.Only(var member)
                && member != null
                && figures.values().stream().allMatch(figure -> figure == 0)
                && !row.scope().whole()
                && !member.equals(actor.member())
                && directory
                        .member(actor.enterprise(), member)
                        .filter(it -> scopes.answers(it, row.scope().shops()))
                        .isEmpty()) {
            throw new UnknownMember();
        }
    }

    private Row own(Actor actor, DetailsWish wish) {
        var me = directory.member(actor.enterprise(), actor.me()).orElseThrow(UnknownMember::new);
        if (wish.row() != null
                && wish.by() == By.AGENTS
                && !wish.row().equals(me.id().toString())) {
            throw new UnknownMember();
        }
        if (wish.row() != null && (wish.by() == By.GROUPS || wish.by() == By.SOURCES)) {
            throw new UnknownRow();
        }
        return new Row(new About(me.id().toString(), me.name(), null), new Credited.Only(me.id()), null);
    }

    private Row row(Actor actor, Scope scope, By by, @Nullable String id) {
        if (id == null) {
            return new Row(null, Credited.ANYBODY, null);
        }
        return switch (by) {
            case SHOPS -> shop(Objects.requireNonNull(scope.only()));
            case AGENTS -> id.equals(DetailsWish.NOBODY) ? nobody(new Credited.Only(null)) : person(actor, id);
            case GROUPS ->
                id.equals(DetailsWish.NOBODY)
                        ? ungrouped(actor.enterprise(), scope)
                        : group(actor.enterprise(), scope, id);
            case SOURCES -> source(id);
        };
    }

    private static Row shop(Shop shop) {
        return new Row(new About(shop.id().toString(), shop.name(), null), Credited.ANYBODY, null);
    }

    private static Row nobody(Credited credited) {
        return new Row(new About("", null, null), credited, null);
    }

    private Row person(Actor actor, String id) {
        var member = directory.memberNamed(actor.enterprise(), id).orElseThrow(UnknownMember::new);
        return new Row(new About(member.id().toString(), member.name(), null), new Credited.Only(member.id()), null);
    }

    private Row ungrouped(EnterpriseId enterprise, Scope scope) {
        var grouped = new HashMap<ShopId, Set<MemberId>>();
        groups(enterprise, scope)
                .forEach(group -> grouped.computeIfAbsent(group.shop(), it -> new HashSet<>())
                        .addAll(group.members()));
        return nobody(new Credited.Ungrouped(new Credited.Grouped(grouped)));
    }

    private Row group(EnterpriseId enterprise, Scope scope, String id) {
        var found = groups(enterprise, scope)
                .filter(group -> group.id().toString().equals(id))
                .findFirst()
                .orElseThrow(UnknownRow::new);
        var place = directory.shop(enterprise, found.shop()).map(Shop::name).orElse(null);
        return new Row(
                new About(id, found.name(), place),
                new Credited.Grouped(Map.of(found.shop(), Set.copyOf(found.members()))),
                null);
    }

    private Stream<ChatGroup> groups(EnterpriseId enterprise, Scope scope) {
        var setups = groups.setups(enterprise);
        return scope.shops().stream()
                .flatMap(shop -> Stream.ofNullable(setups.get(shop.id())))
                .flatMap(setup -> setup.groups().stream());
    }

    private static Row source(String id) {
        var source = ChatSource.coded(id).orElseThrow(UnknownRow::new);
        return new Row(new About(source.name(), null, null), Credited.ANYBODY, source);
    }
}
