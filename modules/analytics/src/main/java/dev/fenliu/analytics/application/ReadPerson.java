package dev.fenliu.analytics.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.analytics.application.Statistics.DayPoint;
import dev.fenliu.analytics.domain.Calendar;
import dev.fenliu.analytics.domain.Counted;
import dev.fenliu.analytics.domain.Credited;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Deeds;
import dev.fenliu.analytics.domain.Face;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Reach;
import dev.fenliu.analytics.domain.Summing;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Timeline;
import dev.fenliu.routing.Desks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows one person's figures: everybody their own, others in the shops whose performance they may see. */
@Service
public class ReadPerson {
    private static final int TREND = 30;

    private final Scopes scopes;
    private final History history;
    private final Directory directory;
    private final Facts facts;
    private final Deeds deeds;
    private final ReadableChats chats;
    private final Desks desks;

    ReadPerson(
            Scopes scopes,
            History history,
            Directory directory,
            Facts facts,
            Deeds deeds,
            ReadableChats chats,
            Desks desks) {
        this.scopes = scopes;
        this.history = history;
        this.directory = directory;
        this.facts = facts;
        this.deeds = deeds;
        this.chats = chats;
        this.desks = desks;
    }

    /**
     * That person's day, and the days before it.
     *
     * @param who id or sign-in name
     * @param shop id or name of the only shop to count; null for all that the actor may see
     * @param date the day, such as {@code 2026-03-19}; null for today
     */
    @Transactional(readOnly = true)
    public Person look(Actor actor, String who, @Nullable String shop, @Nullable String date, Instant now) {
        var person = day(actor, who, shop, date, now);
        var member = person.member();
        var day = person.timeline().day();
        var trend = person.trend();
        return person.with(
                days(member, person.shops(), trend, day.zone(), now),
                facts.reasons(
                        member.enterprise(),
                        member.id(),
                        new Day(trend.from(), day.zone()).begins(),
                        day.ends(),
                        person.shops().keySet()));
    }

    /** The same without the days before it, for whoever follows a day that goes on. */
    @Transactional(readOnly = true)
    public Person day(Actor actor, String who, @Nullable String shop, @Nullable String date, Instant now) {
        var enterprise = actor.enterprise();
        var member = directory.memberNamed(enterprise, who).orElseThrow(UnknownMember::new);
        var own = member.id().equals(actor.member());
        var scope = scope(actor, own, shop);
        var shops = scope.shops().stream().collect(toMap(Shop::id, identity()));
        var home = scope.home();
        var day = Calendar.asked(date, now, scope.latest(now)).day(home);
        var stretches = desks.stretches(enterprise, day.begins(), day.ends().isAfter(now) ? now : day.ends()).stream()
                .filter(it -> it.member().equals(member.id()))
                .toList();
        var timeline = Timeline.of(day, stretches);
        var tallies = facts.on(enterprise, day).stream()
                .filter(it -> member.id().equals(it.member()) && shops.containsKey(it.shop()))
                .map(Counted::tally)
                .toList();
        if (!own && !scope.whole() && !scopes.answers(member, shops.values()) && tallies.isEmpty()) {
            // Whoever never did does not exist for whoever sees only those. Statistics of a year lead here too.
            var year = new Day(Period.lastDays(Period.LONGEST, day.date()).from(), home);
            if (!facts.any(enterprise, member.id(), year.begins(), day.ends(), shops.keySet())) {
                throw new UnknownMember();
            }
        }
        var done = deeds.all(enterprise, reach(member, shops.keySet(), day));
        var readable = chats.of(actor, shops.keySet());
        return new Person(
                member,
                now,
                own,
                scope.only(),
                timeline,
                new Sums(Tally.sum(tallies), Hours.of(timeline)),
                done,
                shops,
                readable,
                chats.names(actor, done, readable),
                Period.lastDays(TREND, day.date()),
                List.of(),
                Map.of());
    }

    private static Reach reach(Member member, Set<ShopId> shops, Day day) {
        return new Reach(
                List.of(new Reach.Span(shops, day.begins(), day.ends())), new Credited.Only(member.id()), null);
    }

    /** Where the asker may see what others do. */
    private Scope scope(Actor actor, boolean own, @Nullable String shop) {
        var scope = scopes.of(actor, shop);
        if (own && scope.only() != null) {
            return scope;
        }
        if (own) {
            return new Scope(
                    directory.shops(actor.enterprise()), true, null, true, scope.choosable(), scope.enterprise());
        }
        if (scope.onlyOwn()) {
            throw new UnknownMember();
        }
        return scope;
    }

    private List<DayPoint> days(Member member, Map<ShopId, Shop> shops, Period trend, ZoneId home, Instant now) {
        var days = new TreeMap<LocalDate, Summing>();
        trend.days().forEach(date -> days.put(date, new Summing()));
        history.read(member.enterprise(), home, trend, Face.PEOPLE, shops.keySet(), now, figures -> {
            figures.counted().stream()
                    .filter(it -> member.id().equals(it.member()))
                    .forEach(it -> days.computeIfAbsent(it.date(), day -> new Summing())
                            .add(it.tally()));
            figures.hours().stream()
                    .filter(it -> member.id().equals(it.member()))
                    .forEach(it -> days.computeIfAbsent(it.date(), day -> new Summing())
                            .add(it.hours()));
        });
        return days.entrySet().stream()
                .map(it -> new DayPoint(it.getKey(), it.getValue().sum()))
                .toList();
    }
}
