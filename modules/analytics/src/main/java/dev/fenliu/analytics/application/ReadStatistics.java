package dev.fenliu.analytics.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.application.Attendance.Spent;
import dev.fenliu.analytics.application.Statistics.DayPoint;
import dev.fenliu.analytics.application.Statistics.Row;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Counted;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.DayArrivals;
import dev.fenliu.analytics.domain.DayFigures;
import dev.fenliu.analytics.domain.DayHours;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Summing;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.chatgroups.ChatSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the statistics (統計數據) of any days up to a year, beside as many before them. */
@Service
public class ReadStatistics {
    private final Scopes scopes;
    private final History history;
    private final Directory directory;
    private final ChatGroups groups;

    ReadStatistics(Scopes scopes, History history, Directory directory, ChatGroups groups) {
        this.scopes = scopes;
        this.history = history;
        this.directory = directory;
        this.groups = groups;
    }

    /**
     * The figures of these days, put together as wanted.
     *
     * @param shop id or name of the only shop to count; null for all that the actor may see
     * @param from the first day, such as {@code 2026-03-19}; null for a week
     * @param to the last day; null for today
     */
    @Transactional(readOnly = true)
    public Statistics look(
            Actor actor, By wanted, @Nullable String shop, @Nullable String from, @Nullable String to, Instant now) {
        var scope = scopes.of(actor, shop);
        var home = scope.home();
        var period = period(scope, from, to, now);
        var by = told(scope, wanted);
        var gathering = new Gathering(actor, scope, by, period);
        var whole = new Period(period.before().from(), period.to());
        var zones = shopsByZone(scope, by, home);
        // Everybody's time is totalled, and shifts are planned, by one clock, however many the shops have.
        var together = zones.keySet().equals(Set.of(home));
        var today = Day.at(now, home).date();
        zones.forEach((zone, shops) -> {
            var there = Day.at(now, zone).date();
            history.read(actor.enterprise(), zone, whole, by.face(), ids(shops), now, figures -> {
                gathering.add(figures, shops, there);
                if (together) {
                    gathering.addTogether(figures, today);
                }
            });
        });
        if (!together) {
            history.read(
                    actor.enterprise(),
                    home,
                    whole,
                    by.face(),
                    ids(scope.shops()),
                    now,
                    figures -> gathering.addTogether(figures, today));
        }
        return gathering.told(now.atZone(home), scope);
    }

    /** The days that are meant; refused if they cannot be told, or not to the actor. */
    @Transactional(readOnly = true)
    public Period period(Actor actor, @Nullable String shop, @Nullable String from, @Nullable String to, Instant now) {
        return period(scopes.of(actor, shop), from, to, now);
    }

    private static Period period(Scope scope, @Nullable String from, @Nullable String to, Instant now) {
        return Period.asked(from, to, Day.at(now, scope.home()).date(), scope.latest(now));
    }

    /** What figures are put together by for that actor: whoever sees only their own is told of people. */
    @Transactional(readOnly = true)
    public By by(Actor actor, By wanted, @Nullable String shop) {
        return told(scopes.of(actor, shop), wanted);
    }

    private static By told(Scope scope, By wanted) {
        return scope.onlyOwn() ? By.AGENTS : wanted;
    }

    /** A shop's days are its own; people and sources of several shops share the days of the enterprise. */
    private static Map<ZoneId, List<Shop>> shopsByZone(Scope scope, By by, ZoneId home) {
        return by == By.SHOPS ? scope.shops().stream().collect(groupingBy(Shop::zone)) : Map.of(home, scope.shops());
    }

    private static Set<ShopId> ids(List<Shop> shops) {
        return shops.stream().map(Shop::id).collect(toSet());
    }

    /** What a row is about. */
    private record Key(
            String id, @Nullable String name, @Nullable String place) {}

    private final class Gathering {
        private final By by;
        private final Period period;
        private final @Nullable MemberId only;
        private final Attendance attendance;
        private final Map<MemberId, Member> people;
        private final Map<ShopId, Shop> shops;
        private final Map<ShopId, Map<MemberId, Key>> groupOf = new HashMap<>();
        private final Map<Key, Summing> rows = new LinkedHashMap<>();
        private final Map<Key, Summing> before = new HashMap<>();
        private final Map<LocalDate, Summing> days = new TreeMap<>();
        private final Summing total;
        private final Summing totalBefore;
        private final int[][] arrivals = new int[7][24];

        Gathering(Actor actor, Scope scope, By by, Period period) {
            this.by = by;
            this.period = period;
            this.only = scope.onlyOwn() ? actor.me() : null;
            this.attendance = Attendance.of(actor, scope, directory);
            this.people = directory.members(actor.enterprise()).stream().collect(toMap(Member::id, it -> it));
            this.shops = scope.shops().stream().collect(toMap(Shop::id, it -> it));
            if (by == By.GROUPS) {
                readGroups(actor.enterprise());
            }
            total = begun();
            totalBefore = begun();
            period.days().forEach(date -> days.put(date, new Summing()));
            expected(scope).forEach(key -> {
                rows.put(key, begun());
                before.put(key, begun());
            });
        }

        private Summing begun() {
            var summing = new Summing();
            if (by != By.SOURCES) {
                summing.add(Hours.NONE);
            }
            return summing;
        }

        private void readGroups(EnterpriseId enterprise) {
            groups.setups(enterprise).forEach((shop, setup) -> {
                var found = shops.get(shop);
                if (found != null) {
                    var keys = new HashMap<MemberId, Key>();
                    setup.groups()
                            .forEach(group -> group.members()
                                    .forEach(member -> keys.put(
                                            member, new Key(group.id().toString(), group.name(), found.name()))));
                    groupOf.put(shop, keys);
                }
            });
        }

        /** Those who have a row even with nothing to count. */
        private Stream<Key> expected(Scope scope) {
            return switch (by) {
                case SHOPS -> scope.shops().stream().map(this::key);
                case AGENTS ->
                    scope.onlyOwn()
                            ? Stream.ofNullable(people.get(Objects.requireNonNull(only)))
                                    .map(this::key)
                            : people.values().stream()
                                    .filter(member -> attendance.answersSomewhere(member.id()))
                                    .sorted(Comparator.comparing(Member::createdAt))
                                    .map(this::key);
                case GROUPS ->
                    Stream.concat(
                            groupOf.values().stream()
                                    .flatMap(it -> it.values().stream())
                                    .distinct(),
                            Stream.of(nobody()));
                case SOURCES -> Stream.of(ChatSource.values()).map(source -> new Key(source.name(), null, null));
            };
        }

        private Key key(Shop shop) {
            return new Key(shop.id().toString(), shop.name(), null);
        }

        private Key key(Member member) {
            return new Key(member.id().toString(), member.name(), null);
        }

        private @Nullable Key key(Counted counted) {
            return switch (by) {
                case SHOPS ->
                    Optional.ofNullable(shops.get(counted.shop()))
                            .map(shop -> key(shop))
                            .orElse(null);
                case SOURCES ->
                    counted.source() == null ? null : new Key(counted.source().name(), null, null);
                case AGENTS -> counted.member() == null ? nobody() : person(counted.member());
                case GROUPS -> counted.member() == null ? nobody() : group(counted.shop(), counted.member());
            };
        }

        private Key group(ShopId shop, MemberId member) {
            return groupOf.getOrDefault(shop, Map.of()).getOrDefault(member, nobody());
        }

        private Key person(MemberId member) {
            var found = people.get(member);
            return found == null ? nobody() : key(found);
        }

        // What nobody has had, or whose people are in no group.
        private Key nobody() {
            return new Key("", null, null);
        }

        void add(DayFigures figures, List<Shop> where, LocalDate today) {
            figures.counted().forEach(this::add);
            Attendance.in(figures, today).forEach(spent -> add(spent, where));
        }

        private void add(Counted counted) {
            if (only != null && !only.equals(counted.member())) {
                return;
            }
            var key = key(counted);
            if (key == null) {
                return;
            }
            into(counted.date(), key).add(counted.tally());
            var day = days.get(counted.date());
            if (day != null) {
                day.add(counted.tally());
            }
        }

        private void add(Spent spent, List<Shop> where) {
            var keys = switch (by) {
                case SHOPS ->
                    where.stream()
                            .filter(shop -> attendance.counts(spent, shop.id()))
                            .map(this::key)
                            .toList();
                case AGENTS -> attendance.counts(spent) ? List.of(person(spent.member())) : List.<Key>of();
                case GROUPS -> groups(spent);
                case SOURCES -> List.<Key>of();
            };
            for (var key : keys) {
                into(spent.worked().date(), key).add(spent.worked().hours());
            }
        }

        private List<Key> groups(Spent spent) {
            var all = groupOf.values().stream()
                    .flatMap(it -> Stream.ofNullable(it.get(spent.member())))
                    .distinct()
                    .toList();
            return all.isEmpty() && attendance.counts(spent) ? List.of(nobody()) : all;
        }

        /** By the clock that all share: everybody's hours once, wherever they count, and when buyers came. */
        void addTogether(DayFigures figures, LocalDate today) {
            figures.arrivals().forEach(this::add);
            if (by != By.SOURCES) {
                Attendance.in(figures, today)
                        .filter(attendance::counts)
                        .map(Spent::worked)
                        .forEach(this::addTime);
            }
        }

        private void addTime(DayHours worked) {
            (period.includes(worked.date()) ? total : totalBefore).add(worked.hours());
            Optional.ofNullable(days.get(worked.date())).ifPresent(day -> day.add(worked.hours()));
        }

        private Summing into(LocalDate date, Key key) {
            var sums = period.includes(date) ? rows : before;
            return sums.computeIfAbsent(key, it -> new Summing());
        }

        private void add(DayArrivals begun) {
            if (period.includes(begun.date())) {
                arrivals[begun.date().getDayOfWeek().getValue() - 1][begun.hour()] += begun.conversations();
            }
        }

        Statistics told(ZonedDateTime asOf, Scope scope) {
            before.keySet().forEach(key -> rows.computeIfAbsent(key, it -> new Summing()));
            var told = rows.entrySet().stream()
                    .map(it -> row(it.getKey(), it.getValue().sum()))
                    .filter(row -> !row.id().isEmpty()
                            || row.sums().tellSomething()
                            || row.before().tellSomething())
                    .toList();
            return new Statistics(
                    by,
                    period,
                    asOf,
                    scope.onlyOwn(),
                    scope.only(),
                    scope.choosable(),
                    told,
                    total(total, told.stream().map(Row::sums)),
                    total(totalBefore, told.stream().map(Row::before)),
                    days.entrySet().stream()
                            .map(it -> new DayPoint(it.getKey(), it.getValue().sum()))
                            .toList(),
                    only == null ? weeks() : List.of());
        }

        private Row row(Key key, Sums sums) {
            var earlier = before.getOrDefault(key, new Summing()).sum();
            return new Row(key.id(), key.name(), key.place(), sums, earlier);
        }

        private Sums total(Summing time, Stream<Sums> rows) {
            rows.forEach(row -> time.add(row.tally()));
            return time.sum();
        }

        private List<List<Integer>> weeks() {
            var weeks = new ArrayList<List<Integer>>();
            for (var day : arrivals) {
                weeks.add(IntStream.of(day).boxed().toList());
            }
            return weeks;
        }
    }
}
